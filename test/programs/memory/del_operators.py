# tier: C
# Intermediate results of expressions die as soon as they are used.
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(f"({self.n}+{o.n})")
    def __iadd__(self, o): return V(f"[{self.n}+={o.n}]")
    def __getattr__(self, name): return V(f"{self.n}.{name}")
    def __getitem__(self, i): return V(f"{self.n}[{i}]")
    def __call__(self, *a): return V(f"{self.n}()")
    def __eq__(self, o): return True
    def __bool__(self): return True
    def __del__(self): print("del", self.n)
r = V("a") + V("b") + V("c")
print("sum", r.n)
r = None
x = V("x")
x += V("y")
print("iadd")
del x
V("o").p[1](2)
print("chain")
V("l") == V("r")
V("1") and V("2") or V("3")
print("t" if V("cond") else "f")
V("p") == V("q") == V("s")
print("end")
