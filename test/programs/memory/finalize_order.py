# tier: C
# weakref.finalize callbacks of one object run newest first at its death.
import weakref
class T: pass
t = T()
for i in range(3): weakref.finalize(t, print, "finalizer", i)
del t
print("--")
u = T()
f = weakref.finalize(u, print, "detached")
print(f.detach()[1:], f.alive)
del u
v = T()
f = weakref.finalize(v, lambda a, k: print(a, k, f.alive), 1, k=2)
del v
w = T()
f = weakref.finalize(w, lambda: 1 / 0)
import sys
sys.unraisablehook = lambda i: print("unraisable", i.exc_value)
del w
print(f.alive)
