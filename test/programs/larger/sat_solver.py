# A DPLL SAT solver with unit propagation and pure literals, and puzzles encoded for it.
from itertools import combinations, product


class Solver:
    def __init__(self, clauses):
        self.clauses = [frozenset(c) for c in clauses]
        self.decisions = self.propagations = self.conflicts = 0

    def solve(self):
        return None if frozenset() in self.clauses else self.search(self.clauses, {})

    def search(self, clauses, model):
        clauses, model = self.simplify(clauses, dict(model))
        if clauses is None:
            self.conflicts += 1
            return None
        if not clauses:
            return model
        counts = {}
        for c in clauses:
            for l in c:
                counts[abs(l)] = counts.get(abs(l), 0) + 2 ** -len(c)
        var = min(counts, key=lambda v: (-counts[v], v))
        for choice in (var, -var):
            self.decisions += 1
            found = self.search(clauses + [frozenset([choice])], model)
            if found is not None:
                return found
        return None

    def simplify(self, clauses, model):
        while True:
            units = sorted({next(iter(c)) for c in clauses if len(c) == 1}, key=lambda l: (abs(l), l))
            if any(-l in units for l in units):
                return None, model
            if not units:
                literals = {l for c in clauses for l in c}
                units = sorted(l for l in literals if -l not in literals)
                if not units:
                    return clauses, model
            else:
                self.propagations += len(units)
            true = set(units)
            for l in units:
                model[abs(l)] = l > 0
            out = []
            for c in clauses:
                if c & true:
                    continue
                c = c - {-l for l in true}
                if not c:
                    return None, model
                out.append(c)
            clauses = out


class Problem:
    def __init__(self):
        self.names, self.clauses = {}, []

    def var(self, *key):
        return self.names.setdefault(key, len(self.names) + 1)

    def add(self, *literals):
        self.clauses.append(literals)

    def exactly_one(self, literals):
        self.add(*literals)
        self.at_most_one(literals)

    def at_most_one(self, literals):
        for a, b in combinations(literals, 2):
            self.add(-a, -b)

    def run(self):
        solver = Solver(self.clauses)
        model = solver.solve()
        self.solver = solver
        if model is None:
            return None
        assert all(any(model.get(abs(l), False) == (l > 0) for l in c) for c in self.clauses)
        return [k for k, v in self.names.items() if model.get(v)]


def queens(n):
    p = Problem()
    for r in range(n):
        p.exactly_one([p.var(r, c) for c in range(n)])
        p.exactly_one([p.var(c, r) for c in range(n)])
    for (r, c), (s, d) in combinations(product(range(n), repeat=2), 2):
        if abs(r - s) == abs(c - d):
            p.add(-p.var(r, c), -p.var(s, d))
    return p


def colouring(edges, colours):
    p = Problem()
    for v in sorted({v for e in edges for v in e}):
        p.exactly_one([p.var(v, c) for c in colours])
    for a, b in edges:
        for c in colours:
            p.add(-p.var(a, c), -p.var(b, c))
    return p


def pigeons(n):
    p = Problem()
    for i in range(n + 1):
        p.add(*(p.var(i, h) for h in range(n)))
    for h in range(n):
        p.at_most_one([p.var(i, h) for i in range(n + 1)])
    return p


def zebra():
    p = Problem()
    houses = range(3)
    groups = {"colour": ("red", "blue", "green"), "pet": ("cat", "dog", "fish"), "who": ("Ann", "Bob", "Cy")}
    for names in groups.values():
        for n in names:
            p.exactly_one([p.var(n, h) for h in houses])
        for h in houses:
            p.exactly_one([p.var(n, h) for n in names])

    def same(a, b):
        for h in houses:
            p.add(-p.var(a, h), p.var(b, h))

    def left_of(a, b):
        for h in houses:
            p.add(-p.var(a, h), *([p.var(b, h + 1)] if h < 2 else []))

    same("Ann", "red")
    same("Bob", "cat")
    left_of("red", "blue")
    left_of("blue", "green")
    same("fish", "green")
    return p


for clauses in ([[1], [-1]], [[1, 2], [-1, 2], [1, -2]], [[1, 2], [-1, 2], [1, -2], [-1, -2]], [], [[]], [[1, -1]], [[1, 2, 3], [-1], [-2]]):
    s = Solver(clauses)
    model = s.solve()
    print(clauses, model and dict(sorted(model.items())), s.decisions, s.propagations, s.conflicts)
for n in (1, 2, 3, 4, 6):
    p = queens(n)
    found = p.run()
    print(n, "queens", len(p.clauses), "clauses", p.solver.decisions, p.solver.conflicts)
    if found:
        for r in range(n):
            print("".join("Q" if (r, c) in found else "." for c in range(n)))
square = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "c")]
for k in (2, 3):
    print(k, "colours:", sorted(colouring(square, "RGB"[:k]).run() or []))
p = pigeons(3)
print("pigeons", p.run(), p.solver.decisions, p.solver.conflicts)
print("houses", sorted((h, n) for n, h in zebra().run()))
