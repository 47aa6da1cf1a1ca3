# The order of small-int sets follows the table, as CPython's does.
print({3, 1, 2}, {10, 5, 0}, {8, 16, 24, 1}, {-1, -2, 0}, {100, 7, 33}, set([5, 3, 1, 4]), {0, 8, 64, 1})
s = set()
for i in (64, 32, 16, 8, 0, 1, 9, 17):
    s.add(i)
print(s, list(s))
s.discard(8)
s.add(40)
print(s)
print({i * i for i in range(12)}, set(range(10, 0, -1)), {1.5, 2.5, 0.5}, {2**40, 2**20, 3}, {(1,), (2,), (0,)})
print({1, 2, 3} | {10, 11}, {5, 6, 7, 8} & {8, 7, 5}, {9, 8, 1} - {8}, {1, 9} ^ {9, 17}, frozenset([9, 1]) | frozenset([17]))
print(list({"b", "a", "c"}), {None, True, 2, "x"}, sorted({"b", "a", "c"}), {"a", 1, (2, 3), None, 4.5})
s = {1, 2, 3, 4}
while s:
    print(s.pop(), end=" ")
print()
t = set(range(100))
t -= set(range(0, 100, 2))
print(list(t)[:10], len(t), t.pop(), t.pop())
