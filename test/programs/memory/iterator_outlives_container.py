# tier: C
# Iterators keep their containers; exhausted ones let go.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [T(1), T(2)]
it = iter(l)
del l
print(next(it).n)
print(next(it).n)
print(next(it, "exhausted"))
print("the list is gone with the exhausted iterator")
d = {"a": T("v")}
v = d.values()
del d
print(len(v))
del v
print("view gone")
z = zip([T("z1")], [T("z2")])
a, b = next(z)
print(a.n, b.n)
del z
print("zip gone, items kept")
del a, b
e = enumerate([T("e")])
print(next(e)[1].n)
e = None
m = map(lambda t: t.n, [T("m")])
print(list(m))
