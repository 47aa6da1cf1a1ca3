# tier: C
# Slots are cleared alphabetically by name.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
class S:
    __slots__ = ("zeta", "alpha", "mid")
    def __init__(self):
        self.zeta, self.alpha, self.mid = T("zeta"), T("alpha"), T("mid")
s = S()
del s
print("slots")
class Sub(S):
    __slots__ = ("beta",)
    def __init__(self):
        super().__init__()
        self.beta = T("beta")
s = Sub()
del s
print("sub slots")
class D(S): pass
d = D()
d.extra = T("extra")
del d
print("slots and dict")
