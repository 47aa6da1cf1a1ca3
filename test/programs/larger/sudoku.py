# Sudoku by constraint propagation and search; a generator of counts of steps.
ROWS, COLS = "ABCDEFGHI", "123456789"


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, COLS)
UNITS_ALL = [cross(ROWS, c) for c in COLS] + [cross(r, COLS) for r in ROWS] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
UNITS = {s: [u for u in UNITS_ALL if s in u] for s in SQUARES}
PEERS = {s: set(sum(UNITS[s], [])) - {s} for s in SQUARES}


class Stats:
    def __init__(self):
        self.assigned = self.eliminated = self.guesses = self.dead_ends = 0

    def __str__(self):
        return f"assigned {self.assigned}, eliminated {self.eliminated}, guesses {self.guesses}, dead ends {self.dead_ends}"


class Contradiction(Exception):
    pass


class Solver:
    def __init__(self, text):
        self.stats = Stats()
        self.given = {s: c for s, c in zip(SQUARES, (c for c in text if c in "0123456789.")) if c in COLS}

    def assign(self, values, square, digit):
        self.stats.assigned += 1
        for other in values[square].replace(digit, ""):
            self.eliminate(values, square, other)

    def eliminate(self, values, square, digit):
        if digit not in values[square]:
            return
        self.stats.eliminated += 1
        values[square] = values[square].replace(digit, "")
        if not values[square]:
            raise Contradiction(square)
        if len(values[square]) == 1:
            last = values[square]
            for peer in sorted(PEERS[square]):
                self.eliminate(values, peer, last)
        for unit in UNITS[square]:
            places = [s for s in unit if digit in values[s]]
            if not places:
                raise Contradiction(f"no place for {digit}")
            if len(places) == 1:
                self.settle(values, places[0], digit)

    def settle(self, values, square, digit):
        if len(values[square]) > 1:
            self.assign(values, square, digit)

    def solutions(self, limit=2):
        values = {s: COLS for s in SQUARES}
        try:
            for s, d in self.given.items():
                if d not in values[s]:
                    raise Contradiction(s)
                self.assign(values, s, d)
        except Contradiction:
            return
        yield from self.search(values, limit)

    def search(self, values, limit):
        unsolved = [s for s in SQUARES if len(values[s]) > 1]
        if not unsolved:
            yield values
            return
        square = min(unsolved, key=lambda s: (len(values[s]), s))
        found = 0
        for digit in values[square]:
            self.stats.guesses += 1
            trial = dict(values)
            try:
                self.assign(trial, square, digit)
            except Contradiction:
                self.stats.dead_ends += 1
                continue
            for solution in self.search(trial, limit - found):
                yield solution
                found += 1
                if found >= limit:
                    return


def grid(values):
    lines = []
    for i, r in enumerate(ROWS):
        if i in (3, 6):
            lines.append("------+-------+------")
        cells = [values[r + c] for c in COLS]
        lines.append(" | ".join(" ".join(cells[j:j + 3]) for j in (0, 3, 6)))
    return "\n".join(lines)


def check(values):
    return all(sorted(values[s] for s in unit) == list(COLS) for unit in UNITS_ALL)


PUZZLES = {
    "easy": "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "medium": "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "several": "9.3.....1.....7..4.6..........8.....5...3...7.....2.........9.....1......4....2.3",
    "contradiction": "55" + "." * 79,
    "no place": "123456...78......9" + "." * 63,
}
print(len(SQUARES), len(UNITS_ALL), {len(p) for p in PEERS.values()}, sorted(PEERS["A1"])[:6])
for name, text in PUZZLES.items():
    solver = Solver(text)
    solutions = []
    for solution in solver.solutions():
        solutions.append(solution)
        if len(solutions) == 2:
            break
    print(name, len(solver.given), "given;", len(solutions), "solutions;", solver.stats)
    if solutions:
        print(grid(solutions[0]))
        print(all(map(check, solutions)), all(s[k] == v for s in solutions for k, v in solver.given.items()))
