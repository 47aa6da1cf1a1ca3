# Trees, caches, dynamic programming, sorting: small classics.
class Node:
    def __init__(self, key, left=None, right=None): self.key, self.left, self.right = key, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.key
        if self.right: yield from self.right
    def insert(self, k):
        side = "left" if k < self.key else "right"
        child = getattr(self, side)
        if child is None: setattr(self, side, Node(k))
        else: child.insert(k)
        return self
    @property
    def height(self): return 1 + max((c.height for c in (self.left, self.right) if c), default=0)
    def __contains__(self, k): return k == self.key or bool((c := self.left if k < self.key else self.right) and k in c)
    def __str__(self, d=0): return "\n".join(filter(None, [self.right and self.right.__str__(d + 1), "  " * d + str(self.key), self.left and self.left.__str__(d + 1)]))
t = Node(50)
for k in (30, 70, 20, 40, 60, 80, 65): t.insert(k)
print(t, list(t), t.height, 65 in t, 66 in t, sep="\n")
class LRU:
    def __init__(self, cap): self.cap, self.d = cap, {}
    def __getitem__(self, k): v = self.d.pop(k); self.d[k] = v; return v
    def __setitem__(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.cap: del self.d[next(iter(self.d))]
    def __repr__(self): return f"LRU({self.d})"
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print(c)
try: c["b"]
except KeyError as e: print("miss", e)
def roman(n): return "".join(s * (n // v) if (n := n) and (q := n // v) or True and False else "" for v, s in []) or next(r for r in [_roman(n)])
def _roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v); out += s * q
    return out
print([roman(n) for n in (1, 4, 9, 14, 1994, 3999)])
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield f"{a}->{c}"; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3), sum(1 for _ in hanoi(10)))
def lcs(a, b):
    m = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1): m[i][j] = m[i - 1][j - 1] + x if x == y else max(m[i - 1][j], m[i][j - 1], key=len)
    return m[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"), lcs("", "a"))
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(edit("kitten", "sitting"), [[int(n ** .5) ** 2 == n for n in range(5)]], {n: [d for d in range(1, n + 1) if n % d == 0] for n in (12, 13)})
def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knap([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15))
def rle(s):
    import itertools
    return "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))
print(rle("WWWWBBBWW"), "".join(sorted("hello")), *("FizzBuzz"[i * i % 3 * 4:8 - -i ** 4 % 5] or i for i in range(1, 16)))
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms("abc"), len(set(perms("aabb"))))
def qsort(x): return x and qsort([y for y in x[1:] if y < x[0]]) + [x[0]] + qsort([y for y in x[1:] if y >= x[0]])
def merge(x): 
    if len(x) < 2: return x
    m = len(x) // 2; a, b = merge(x[:m]), merge(x[m:]); out = []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
data = [(i * 7919) % 101 for i in range(40)]; print(qsort(data) == merge(data) == sorted(data), qsort([]), qsort("hello".split("l")))
def spiral(n):
    g = [[0] * n for _ in range(n)]; x = y = 0; dx, dy = 0, 1
    for k in range(n * n):
        g[x][y] = k
        if g[(x + dx) % n][(y + dy) % n]: dx, dy = dy, -dx
        x += dx; y += dy
    return g
for r in spiral(4): print(*(f"{v:3}" for v in r))
def pascal(n):
    row = [1]
    for _ in range(n): yield row; row = [a + b for a, b in zip([0] + row, row + [0])]
for r in pascal(6): print(" ".join(map(str, r)).center(20).rstrip())
def collatz(n):
    while n != 1: yield n; n = 3 * n + 1 if n % 2 else n // 2
    yield 1
print(max(range(1, 200), key=lambda n: sum(1 for _ in collatz(n))), [*collatz(6)])
t.insert("x")
