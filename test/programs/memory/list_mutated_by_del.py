# tier: C
# Finalizers that change the list being cleared, assigned or deleted from.
class V:
    def __init__(self, l, n): self.l, self.n = l, n
    def __del__(self):
        print("del", self.n, len(self.l))
        self.l.append(f"added by {self.n}")
l = []
l.extend(V(l, i) for i in range(3))
l.clear()
print(l)
m = []
m.extend(V(m, i) for i in range(3))
m[0] = "zero"
print(len(m))
m[:] = ["new"]
print(m)
n = []
n.extend(V(n, i) for i in range(4))
del n[1:3]
print([x if isinstance(x, str) else x.n for x in n])
n.pop()
n.clear()
print(n)
