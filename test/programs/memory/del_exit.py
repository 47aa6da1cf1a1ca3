# tier: C
# At exit, module globals die in the order of their names' insertion.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
c = T("c")
a = T("a")
_b = T("_b")
l = [T("l0"), T("l1")]
print("end of program")
