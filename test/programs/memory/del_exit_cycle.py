# tier: C
# Cycles in globals are finalized at exit too.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = T("a")
a.me = a
b, c = T("b"), T("c")
b.o, c.o = c, b
d = T("plain")
print("end of program")
