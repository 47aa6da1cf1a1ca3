# tier: C
# Key objects live through the sort and die after it.
class K:
    alive = 0
    def __init__(self, n):
        self.n = n
        K.alive += 1
    def __lt__(self, o): return self.n < o.n
    def __del__(self): K.alive -= 1
data = [3, 1, 2]
print(sorted(data, key=K), K.alive)
class Spy:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        seen.append(K.alive)
        return self.n < o.n
seen = []
ks = [K(i) for i in range(3)]
del ks[1]
print(K.alive)
print(min(data, key=K), max(data, key=K), K.alive)
