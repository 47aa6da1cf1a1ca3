# tier: C
# Locals die in declaration order when the frame ends.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(p, q):
    c = T("c")
    a = T("a")
    b = T("b")
    print("body")
    return "value"
print(f(T("p"), T("q")))
def g():
    x = T("x")
    y = T("y")
    del x
    print("x gone")
    x = T("x again")
g()
