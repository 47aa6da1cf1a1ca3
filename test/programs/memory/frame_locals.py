# tier: C
# A frame object kept alive keeps its locals.
import sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    t = T("t")
    return sys._getframe()
fr = f()
print("frame kept", fr.f_locals["t"].n)
fr.clear()
print("cleared")
del fr
def g():
    u = T("u")
    locals()
    return "locals() took a copy"
print(g())
def h():
    v = T("v")
    x = sys._getframe().f_locals
    return x["v"].n
print(h())
