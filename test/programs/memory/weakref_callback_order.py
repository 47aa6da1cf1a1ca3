# tier: C
# Callbacks run newest first, after the reference is cleared.
import weakref
class T: pass
t = T()
refs = [weakref.ref(t, lambda r, i=i: print("callback", i, r() is None)) for i in range(4)]
del t
print("done")
u = T()
a = weakref.ref(u, lambda r: print("a"))
b = weakref.ref(u, lambda r: print("b, never"))
del b
del u
print("a dropped reference object calls nothing")
v = T()
c = weakref.ref(v, lambda r: print(r is c))
v = None
