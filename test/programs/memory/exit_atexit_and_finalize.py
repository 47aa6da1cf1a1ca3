# tier: C
# The order of everything at exit: atexit, finalize, globals.
import atexit, weakref
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
t = T("t")
weakref.finalize(t, print, "finalize t")
atexit.register(print, "atexit 1")
u = T("u")
weakref.finalize(u, print, "finalize u")
atexit.register(lambda: print("atexit 2", t.n))
def broken(): raise ValueError("in atexit")
atexit.register(broken)
atexit.unregister(broken)
print("end")
