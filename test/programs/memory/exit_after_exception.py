# tier: C
# After an uncaught exception globals still die in order.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    local = T("local of f")
    raise ValueError("uncaught")
t = T("global")
f()
