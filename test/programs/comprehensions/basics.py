# List, set and dict comprehensions with several clauses.
print([x * x for x in range(6)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)])
print({x % 4 for x in range(10)}, {x: x ** 2 for x in range(4)}, {k: v for k, v in [("a", 1), ("b", 2)]}, {len(w) for w in "a bb cc ddd".split()})
print([x + y for x, y in zip("abc", "xyz")], [a for a, *b in [(1, 2, 3), (4,)]], [b for _, *b in [(1, 2, 3), (4,)]], [x if x > 2 else -x for x in range(5)], [x for x in [] or [1]], [c for row in ["ab", "cd"] for c in row])
print([lambda: i for i in range(3)][0](), [f() for f in [lambda i=i: i for i in range(3)]], [x for x in (1, 2, 3) if x != 2], [not x for x in (0, 1)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row if x % 2 == 0], sum([sum(r) for r in m]))
x = "outer"
print([x for x in range(3)], x)
print([y := 5, y ** 2], [last := n for n in range(4)], last, [(n, sq) for n in range(5) if (sq := n * n) > 3])
