# Iterating ranges: independence of iterators, loop variable after the loop.
r = range(3)
print([(a, b) for a in r for b in r])
it = iter(r)
print(next(it), it.__length_hint__(), list(it), next(it, "end"))
for i in range(5):
    i *= 10
print(i)
for j in range(0):
    pass
print("j" in globals())
for i in range(10, 0, -3):
    print(i, end=" ")
else:
    print("else")
print(*range(5), sep=",")
print([*range(2), *range(3)], dict(zip("ab", range(2))), list(zip(range(3), range(10, 13))), list(map(lambda a, b: a * b, range(4), range(1, 5))), max(range(5)), min(range(3, 9)), sorted(range(3), reverse=True), tuple(range(2)), set(range(2)))
a, b, *rest = range(6)
print(a, b, rest)
n = 3
for i in range(n):
    n += 1
print(n)
class Idx:
    def __index__(self):
        return 4
print(list(range(Idx())), range(Idx(), 8)[1], [10, 20, 30, 40, 50][Idx()], "abcdef"[:Idx()])
print(list(range(2**63 - 2, 2**63 + 2)), list(range(-(2**64), -(2**64) - 3, -1)))
