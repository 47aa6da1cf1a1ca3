# tier: C
# sys.getrefcount of names, containers, arguments.
import sys
class T: pass
t = T()
print(sys.getrefcount(t))
a = t
b = [t, t]
print(sys.getrefcount(t))
del a
b.clear()
print(sys.getrefcount(t))
d = {"k": t}
s = {t}
u = (t,)
print(sys.getrefcount(t))
del d, s, u
def f(x): return sys.getrefcount(x)
print(f(t), sys.getrefcount(T()))
def g(x, *args): return sys.getrefcount(x), len(args)
print(g(t, t, t))
print(sys.getrefcount([]), sys.getrefcount({}.keys()))
t.me = t
print(sys.getrefcount(t))
t.me = None
print(sys.getrefcount(t))
