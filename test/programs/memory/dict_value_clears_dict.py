# tier: C
# A value whose finalizer empties the dict that held it.
class V:
    def __init__(self, d, n): self.d, self.n = d, n
    def __del__(self):
        print("del", self.n, len(self.d))
        self.d.clear()
d = {}
d["a"] = V(d, "a")
d["b"] = V(d, "b")
d["c"] = 1
del d["a"]
print(d)
d["x"] = V(d, "x")
d["x"] = 5
print(d)
e = {}
e["k"] = V(e, "k")
e.update(k=1, z=2)
print(e)
