# tier: C
# Defaults live as long as the function.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f(x=T("default"), *, k=T("kw default")): return x.n
print(f())
f.__defaults__ = (T("new default"),)
print(f())
del f
print("function gone")
l = lambda a=T("lambda default"): a
l = None
print("end")
