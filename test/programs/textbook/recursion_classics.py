# Hanoi, permutations, subsets, flood fill, n-queens, change, Ackermann, mutual recursion.
def hanoi(n, a="A", b="B", c="C"):
    if n == 0: return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))
def permutations(s):
    return [s] if len(s) <= 1 else [s[i] + p for i in range(len(s)) for p in permutations(s[:i] + s[i + 1:])]
print(permutations("abc"))
def subsets(xs):
    if not xs: return [[]]
    rest = subsets(xs[1:])
    return rest + [[xs[0]] + r for r in rest]
print(subsets([1, 2, 3]))
def change(amount, coins):
    if amount == 0: return 1
    if amount < 0 or not coins: return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])
print(change(100, [50, 25, 10, 5, 1]), change(7, [2, 4]))
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for c in range(n):
        if all(c != q and abs(c - q) != len(placed) - r for r, q in enumerate(placed)):
            yield from queens(n, placed + (c,))
print([sum(1 for _ in queens(n)) for n in range(1, 8)], next(queens(8)))
def flood(grid, x, y, new):
    old = grid[y][x]
    def fill(x, y):
        if 0 <= y < len(grid) and 0 <= x < len(grid[0]) and grid[y][x] == old:
            grid[y][x] = new
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)): fill(x + dx, y + dy)
    fill(x, y)
    return ["".join(r) for r in grid]
print(flood([list(r) for r in ("..#..", ".##..", "#...#")], 0, 0, "o"))
def power(b, n): return 1 if n == 0 else power(b * b, n // 2) * (b if n % 2 else 1)
print(power(3, 100), power(2, 10))
def flatten(x): return [y for e in x for y in flatten(e)] if isinstance(x, list) else [x]
print(flatten([1, [2, [3, [4]], 5]]))
def parens(n, s="", o=0, c=0):
    if len(s) == 2 * n: return [s]
    return (parens(n, s + "(", o + 1, c) if o < n else []) + (parens(n, s + ")", o, c + 1) if c < o else [])
print(parens(3), [len(parens(n)) for n in range(7)])
def partitions(n, m=None):
    m = n if m is None else m
    if n == 0: yield []
    for k in range(min(n, m), 0, -1):
        for p in partitions(n - k, k): yield [k] + p
print(list(partitions(5)), [sum(1 for _ in partitions(n)) for n in range(12)])
