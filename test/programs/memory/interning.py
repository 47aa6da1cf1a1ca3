# Interned names and computed strings.
import sys
a = "some_name"
b = "_".join(["some", "name"])
print(a == b, a is b, sys.intern(b) is a, b is a, sys.intern(b) is sys.intern("some" + "_name"))
class C: pass
c = C()
setattr(c, "dyn" + str(1), 5)
k = next(iter(vars(c)))
print(k is sys.intern("dyn1"), "dyn1" in vars(c))
d = {"key" + str(2): 1}
print(next(iter(d)) is sys.intern("key2"))
def f(**kw): return next(iter(kw))
print(f(**{"kw" + str(3): 1}) is sys.intern("kw3"))
print(C.__name__ is sys.intern("C"), f.__name__ is sys.intern("f"), f.__code__.co_varnames[0] is sys.intern("kw"))
ns = {}
exec("zeta = 1", ns)
print([x for x in ns if x == "zeta"][0] is sys.intern("zeta"))
class S(str): pass
try:
    sys.intern(S("sub"))
except TypeError as e:
    print(e)
print(chr(97) is sys.intern("a"), sys.intern("é") is chr(233))
