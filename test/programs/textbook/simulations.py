# Queues, life, Mandelbrot, random streams, integration, queens, sudoku.
import random, heapq, itertools, math
from dataclasses import dataclass, field
from typing import Optional
@dataclass(order=True)
class Event:
    time: float; prio: int = 0; name: str = field(default="", compare=False); action: object = field(default=None, compare=False, repr=False)
class Sim:
    def __init__(self, seed): self.q = []; self.now = 0.0; self.rng = random.Random(seed); self.log = []
    def at(self, dt, name, fn=None, prio=0): heapq.heappush(self.q, Event(self.now + dt, prio, name, fn)); return self
    def run(self, until=math.inf):
        while self.q and self.q[0].time <= until:
            e = heapq.heappop(self.q); self.now = e.time; self.log.append((round(e.time, 3), e.name))
            if e.action: e.action(self)
        return self
def arrive(s):
    s.waiting = getattr(s, "waiting", 0) + 1
    s.at(s.rng.expovariate(1.0), "arrive", arrive).at(s.rng.gauss(0.5, 0.1), "serve", serve, prio=-1)
def serve(s): s.waiting -= 1
s = Sim(7).at(0, "arrive", arrive).run(6); print(*s.log, sep="\n"); print(s.now, s.waiting, s.q[0], len(s.q))
def life(cells, n):
    for _ in range(n):
        c = {}
        for x, y in cells:
            for dx, dy in itertools.product((-1, 0, 1), repeat=2):
                if dx or dy: c[x + dx, y + dy] = c.get((x + dx, y + dy), 0) + 1
        cells = {p for p, k in c.items() if k == 3 or k == 2 and p in cells}
    return cells
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}; g = life(glider, 10); print(sorted(g))
for y in range(7): print("".join("#" if (x, y) in g else "." for x in range(8)))
def mandel(w, h): return "\n".join("".join(" .:-=+*#%@"[next((i for i in range(9) if abs(z := z * z + c) > 2), 9)] if not (z := 0) and (c := complex(3 * x / w - 2.2, 2.4 * y / h - 1.2)) is not None else "" for x in range(w)) for y in range(h))
print(mandel(48, 16))
r = random.Random(1); print([r.random() for _ in range(3)], r.sample(["a", "b", "c", "d"], 2), r.choices(range(5), k=4), r.getstate()[1][:2], r.normalvariate(), r.lognormvariate(0, 1), r.vonmisesvariate(0, 1), r.gammavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2), r.binomialvariate(10, .5), r.randbytes(4))
def montecarlo(n): r = random.Random("seed"); return sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(n)) * 4 / n
print(montecarlo(20000))
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.shuffle((1,)), lambda: random.seed([]), lambda: random.randrange(1.5), lambda: Event() < 3, lambda: Event("a") < Event(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def rk4(f, y, t, h): k1 = f(t, y); k2 = f(t + h / 2, y + h * k1 / 2); k3 = f(t + h / 2, y + h * k2 / 2); k4 = f(t + h, y + h * k3); return y + h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
y = 1.0
for i in range(101):
    if i % 20 == 0: print(f"{i / 10:4.1f} {y:12.6f} {((i / 10) ** 2 + 4) ** 2 / 16 - y:10.3e}")
    y = rk4(lambda t, y: t * math.sqrt(y), y, i / 10, 0.1)
def nqueens(n, row=0, cols=0, d1=0, d2=0): return 1 if row == n else sum(nqueens(n, row + 1, cols | b, (d1 | b) << 1, (d2 | b) >> 1) for c in range(n) if not (b := 1 << c) & (cols | d1 | d2))
print([nqueens(i) for i in range(1, 7)])
def sudoku(b):
    try: i = b.index("0")
    except ValueError: return b
    seen = {b[j] for j in range(81) if i // 9 == j // 9 or i % 9 == j % 9 or (i // 27 == j // 27 and i % 9 // 3 == j % 9 // 3)}
    for d in "123456789":
        if d not in seen and (r := sudoku(b[:i] + d + b[i + 1:])): return r
print(sudoku("530070000600195000098000060800060003400803001700020006060000280000419005000080079"))
