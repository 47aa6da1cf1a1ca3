# tier: C
# A failing callback is reported; the others still run.
import sys, weakref
sys.unraisablehook = lambda info: print("unraisable", repr(info.exc_value))
class T: pass
t = T()
a = weakref.ref(t, lambda r: print("a"))
b = weakref.ref(t, lambda r: 1 / 0)
c = weakref.ref(t, lambda r: print("c"))
del t
print("end")
