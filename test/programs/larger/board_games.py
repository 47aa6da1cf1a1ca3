# Minimax with pruning on noughts and crosses, Connect Four with search, knight tours, Nim theory.
from functools import lru_cache

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    for i, j, k in LINES:
        if b[i] != "." and b[i] == b[j] == b[k]:
            return b[i]
    return "draw" if "." not in b else None


@lru_cache(maxsize=None)
def best(b, player):
    w = winner(b)
    if w:
        return {"X": 1, "O": -1, "draw": 0}[w], None
    results = []
    for i, c in enumerate(b):
        if c == ".":
            score, _ = best(b[:i] + player + b[i + 1:], "O" if player == "X" else "X")
            results.append((score, i))
    pick = max if player == "X" else min
    return pick(results, key=lambda r: (r[0], -r[1]) if player == "X" else (r[0], r[1]))


def play(b, player):
    moves = []
    while not winner(b):
        _, i = best(b, player)
        b = b[:i] + player + b[i + 1:]
        moves.append(i)
        player = "O" if player == "X" else "X"
    return winner(b), moves


print(best("." * 9, "X"), best.cache_info().currsize, play("." * 9, "X"), play("X........", "O"), play("XX.......", "X"), best("XO.......", "X"))


class Four:
    W, H = 7, 6

    def __init__(self):
        self.cols, self.turn, self.history = [[] for _ in range(self.W)], 0, []

    def legal(self):
        return [c for c in (3, 2, 4, 1, 5, 0, 6) if len(self.cols[c]) < self.H]

    def push(self, c):
        if len(self.cols[c]) >= self.H:
            raise ValueError(f"column {c} is full")
        self.cols[c].append(self.turn)
        self.history.append(c)
        self.turn ^= 1

    def pop(self):
        self.cols[self.history.pop()].pop()
        self.turn ^= 1

    def at(self, c, r):
        return self.cols[c][r] if 0 <= c < self.W and 0 <= r < len(self.cols[c]) else None

    def won(self):
        if not self.history:
            return False
        c = self.history[-1]
        r = len(self.cols[c]) - 1
        me = self.cols[c][r]
        for dc, dr in ((1, 0), (0, 1), (1, 1), (1, -1)):
            n = 1
            for sign in (1, -1):
                x, y = c + sign * dc, r + sign * dr
                while self.at(x, y) == me:
                    n, x, y = n + 1, x + sign * dc, y + sign * dr
            if n >= 4:
                return True
        return False

    def value(self):
        total = 0
        for c in range(self.W):
            for r in range(self.H):
                for dc, dr in ((1, 0), (0, 1), (1, 1), (1, -1)):
                    if not (0 <= c + 3 * dc < self.W and 0 <= r + 3 * dr < self.H):
                        continue
                    cells = [self.at(c + i * dc, r + i * dr) for i in range(4)]
                    mine, theirs = cells.count(self.turn), cells.count(1 - self.turn)
                    if not theirs:
                        total += (0, 1, 4, 16, 100)[mine]
                    elif not mine:
                        total -= (0, 1, 4, 16, 100)[theirs]
        return total

    def search(self, depth, alpha=-10**9, beta=10**9):
        self.nodes += 1
        if self.won():
            return -10000 - depth, None
        moves = self.legal()
        if not moves or depth == 0:
            return (self.value() if moves else 0), None
        choice = None
        for c in moves:
            self.push(c)
            score = -self.search(depth - 1, -beta, -alpha)[0]
            self.pop()
            if score > alpha:
                alpha, choice = score, c
            if alpha >= beta:
                break
        return alpha, choice

    def __str__(self):
        return "\n".join("".join(".XO"[1 + v] if (v := self.at(c, r)) is not None else "." for c in range(self.W)) for r in range(self.H - 1, -1, -1))


g, trace = Four(), []
depths = (2, 1)
while not g.won() and g.legal() and len(g.history) < 20:
    g.nodes = 0
    score, c = g.search(depths[g.turn])
    trace.append((c, score, g.nodes))
    g.push(c if c is not None else g.legal()[0])
print(g, trace[:6], len(g.history), g.won(), sep="\n")
h = Four()
for c in (3, 3, 2, 2, 4, 4):
    h.push(c)
h.nodes = 0
print(h.search(1), h.legal())
for _ in range(6):
    try:
        h.push(0)
    except ValueError as e:
        print(e)
try:
    h.push(0)
except ValueError as e:
    print(e)


def knight(n, start):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    board = {start: 1}

    def options(p):
        return [q for dx, dy in moves if 0 <= (q := (p[0] + dx, p[1] + dy))[0] < n and 0 <= q[1] < n and q not in board]

    p = start
    while len(board) < n * n:
        nexts = options(p)
        if not nexts:
            return None
        p = min(nexts, key=lambda q: (len(options(q)), q))
        board[p] = len(board) + 1
    return board


tour = knight(6, (0, 0))
print(tour and "\n".join(" ".join(f"{tour[x, y]:2}" for x in range(6)) for y in range(6)), knight(3, (0, 0)), knight(4, (0, 0)))


@lru_cache(None)
def grundy(n):
    seen = {grundy(n - k) for k in (1, 3, 4) if k <= n}
    return next(g for g in range(10) if g not in seen)


@lru_cache(None)
def dawson(n):
    seen = {dawson(max(0, i - 1)) ^ dawson(max(0, n - i - 2)) for i in range(n)}
    return next(g for g in range(100) if g not in seen)


def nim(piles):
    x = 0
    for p in piles:
        x ^= p
    return None if x == 0 else next((i, p - (p ^ x)) for i, p in enumerate(piles) if p ^ x < p)


print([grundy(n) for n in range(15)], [dawson(n) for n in range(15)], nim([3, 4, 5]), nim([1, 2, 3]), nim([7]))
