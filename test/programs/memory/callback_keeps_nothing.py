# tier: C
# The callback gets the dead reference; the referent cannot come back.
import weakref
class T:
    def __init__(self, n): self.n = n
seen = []
t = T(1)
r = weakref.ref(t, seen.append)
del t
print(seen[0] is r, seen[0]())
t = T(2)
rs = [weakref.ref(t, lambda r: seen.append("x")) for _ in range(3)]
print(weakref.getweakrefcount(t), rs[0] is rs[1], rs[0] == rs[1])
del rs[1]
del t
print(seen[1:])
def f():
    u = T(3)
    w = weakref.ref(u, lambda r: print("local ref, never called"))
f()
def g():
    w = weakref.ref(T(4), lambda r: print("temporary died, w not yet bound"))
    return w()
print(g())
