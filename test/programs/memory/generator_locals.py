# tier: C
# A finished generator has let go of its locals; a suspended one holds them.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def g():
    a = T("a")
    yield 1
    b = T("b")
    yield 2
    print("last part")
x = g()
next(x)
next(x)
print("suspended")
print(next(x, "finished"))
print("generator object still there")
del x
y = g()
next(y)
y.close()
print("closed")
z = g()
next(z)
z = z.gi_frame
print(z is not None)
