# tier: C
# Keys, comparison results and replaced items during sort die promptly.
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return R(self.n < o.n)
    def __del__(self): dead.append(self.n)
class R:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
    def __del__(self): results.append(self.v)
dead, results = [], []
print(sorted([3, 1, 2], key=K), sorted(dead), len(results))
l = [K(2), K(1)]
l.sort()
dead.clear()
l.clear()
print(dead)
print(min([5, 4], key=K), max([5, 4], key=K), sorted(dead))
