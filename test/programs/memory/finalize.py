# tier: C
# weakref.finalize runs once: at death, by hand, or at exit.
import weakref
class T: pass
a, b, c, d = T(), T(), T(), T()
fa = weakref.finalize(a, print, "a finalized", sep="")
fb = weakref.finalize(b, lambda: print("b by hand") or "result")
fc = weakref.finalize(c, print, "c never")
fd = weakref.finalize(d, print, "d at exit")
fe = weakref.finalize(d, print, "d second, runs first at exit")
print(fa.alive, fb(), fb.alive, fb())
fc.detach()
del a
print(fa.alive)
del b, c
print("end of program")
