# Cellular automata: Life on sets and on a torus, rule 110, Langton's ant, Turing machines.
class Life:
    def __init__(self, cells, size=None):
        self.cells, self.size, self.generation = set(cells), size, 0

    @classmethod
    def parse(cls, text, size=None):
        return cls({(x, y) for y, line in enumerate(text.strip("\n").split("\n")) for x, c in enumerate(line) if c == "#"}, size)

    def neighbours(self, cell):
        x, y = cell
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    a, b = x + dx, y + dy
                    yield (a % self.size[0], b % self.size[1]) if self.size else (a, b)

    def step(self):
        counts = {}
        for c in self.cells:
            for n in self.neighbours(c):
                counts[n] = counts.get(n, 0) + 1
        self.cells = {c for c, n in counts.items() if n == 3 or n == 2 and c in self.cells}
        self.generation += 1
        return self

    def run(self, n):
        for _ in range(n):
            self.step()
        return self

    def box(self):
        if not self.cells:
            return (0, 0, 0, 0)
        xs, ys = zip(*self.cells)
        return min(xs), min(ys), max(xs), max(ys)

    def __str__(self):
        a, b, c, d = (0, 0, self.size[0] - 1, self.size[1] - 1) if self.size else self.box()
        return "\n".join("".join("#" if (x, y) in self.cells else "." for x in range(a, c + 1)) for y in range(b, d + 1))

    def shape(self):
        a, b, *_ = self.box()
        return frozenset((x - a, y - b) for x, y in self.cells)


def period(life, limit=60):
    seen = {}
    for g in range(limit):
        s = life.shape()
        if s in seen:
            moved = tuple(p - q for p, q in zip(life.box()[:2], seen[s][1]))
            return g - seen[s][0], moved
        seen[s] = (g, life.box()[:2])
        life.step()
    return None


PATTERNS = {"block": "##\n##", "blinker": "###", "toad": ".###\n###.", "beacon": "##..\n##..\n..##\n..##", "glider": ".#.\n..#\n###", "ship": ".#..#\n#....\n#...#\n####.", "pulsar seed": "#####\n#...#", "nothing": "#"}
for name, text in PATTERNS.items():
    life = Life.parse(text)
    print(name, len(life.cells), period(life), life.generation)
r = Life.parse(".##\n##.\n.#.")
print([len(r.run(20).cells) for _ in range(6)], r.box())
t = Life.parse(".#.\n..#\n###", (8, 6)).run(7)
print(t, len(t.cells), t.run(96 - 7).cells == Life.parse(".#.\n..#\n###", (8, 6)).cells, sep="\n")


def rule(number, row, steps):
    table = {(a, b, c): number >> (a * 4 + b * 2 + c) & 1 for a in (0, 1) for b in (0, 1) for c in (0, 1)}
    for _ in range(steps):
        yield row
        row = [table[row[i - 1], row[i], row[(i + 1) % len(row)]] for i in range(len(row))]


for number in (30, 90, 110):
    start = [0] * 31
    start[15 if number != 110 else 30] = 1
    print(number)
    for row in rule(number, start, 12):
        print("".join(" #"[c] for c in row).rstrip())


class Ant:
    def __init__(self):
        self.x = self.y = 0
        self.d, self.black, self.visited = (0, -1), set(), {(0, 0)}

    def step(self):
        here, (dx, dy) = (self.x, self.y), self.d
        self.d = (dy, -dx) if here in self.black else (-dy, dx)
        self.black ^= {here}
        self.x += self.d[0]
        self.y += self.d[1]
        self.visited.add((self.x, self.y))


ant = Ant()
for i in range(1, 3001):
    ant.step()
    if i in (10, 100, 1000, 3000):
        print(i, (ant.x, ant.y), len(ant.black), len(ant.visited))


class Turing:
    def __init__(self, rules, tape="", state="A", halt="H"):
        self.rules = {}
        for r in rules.split(";"):
            s, read, write, move, to = r.split()
            self.rules[s, read] = write, {"R": 1, "L": -1, "N": 0}[move], to
        self.tape, self.state, self.halt, self.at, self.steps = dict(enumerate(tape)), state, halt, 0, 0

    def run(self, limit=20000):
        while self.state != self.halt:
            if self.steps >= limit:
                raise RuntimeError("too long")
            key = self.state, self.tape.get(self.at, "0")
            if key not in self.rules:
                raise KeyError(key)
            self.tape[self.at], move, self.state = self.rules[key]
            self.at += move
            self.steps += 1
        return self

    def text(self):
        return "".join(self.tape[i] for i in sorted(self.tape)).strip("0_")


beaver3 = "A 0 1 R B;A 1 1 R H;B 0 0 R C;B 1 1 R B;C 0 1 L C;C 1 1 L A"
beaver4 = "A 0 1 R B;A 1 1 L B;B 0 1 L A;B 1 0 L C;C 0 1 R H;C 1 1 L D;D 0 1 R D;D 1 0 R A"
for b in (beaver3, beaver4):
    m = Turing(b).run()
    print(m.steps, m.text().count("1"))
inc = Turing("A 1 1 R A;A _ _ L B;A x x R A;B 1 x L B;B x 1 N H;B 0 1 N H", "x1x11_")
print(inc.run().text(), inc.steps)
for bad in ("A 0 0 R A", "A 1 1 R H"):
    try:
        Turing(bad).run(50)
    except (RuntimeError, KeyError) as e:
        print(type(e).__name__, e)
