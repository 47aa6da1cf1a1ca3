# tier: C
# What refers to a constant: the code object, the arena of the text that is run, and whoever was given it.
import sys
x = "some long string"
print(sys.getrefcount(x))
y = 1000
z = 1000
print(sys.getrefcount(y), sys.getrefcount(2000))
t = (1, 2, "three")
print(sys.getrefcount(t), sys.getrefcount(1.5), sys.getrefcount(b"bytes"))
def f():
    a = "other words"
    return sys.getrefcount(a), sys.getrefcount((7, 8)), sys.getrefcount(-77777)
print(f())
exec("print(sys.getrefcount('in exec'))")
print(eval("sys.getrefcount('in eval')"))
c = compile("print(sys.getrefcount('in compiled'))", "c", "exec")
exec(c)
n = 60 * 60 * 24
print(sys.getrefcount(n), sys.getrefcount(60 * 61), sys.getrefcount("a b" * 2))
print(x.count("o") in {1, 2, 3333}, sys.getrefcount(f.__doc__ or "none here"))
for k in [4000, 5000, 6000]: print(sys.getrefcount(k))
class A:
    "doc string"
    v = "class words"
print(sys.getrefcount(A.__doc__), sys.getrefcount(A.v))
