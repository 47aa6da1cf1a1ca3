# Generator expressions as arguments, their laziness, exhaustion.
print(sum(x * x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]), ",".join(str(i) for i in range(3)), dict((i, i * i) for i in range(3)), tuple(i for i in "ab"), sorted((-x for x in range(3))), set(x % 2 for x in range(5)), any(x > 3 for x in range(10)), all(x for x in []))
g = (x for x in range(3))
print(next(g), list(g), list(g), next(g, "empty"), type(g).__name__, iter(g) is g)
import itertools
evens = (x for x in itertools.count() if x % 2 == 0)
squares = (x * x for x in evens)
print([next(squares) for _ in range(5)], next(evens))
n = 10
late = (n + i for i in range(2))
n = 20
print(list(late))
data = [1, 2, 3]
early = (x for x in data)
data = [9]
print(list(early))
data = [1, 2]
mut = (x for x in data)
data.append(3)
print(list(mut))
nested = ((i, j) for i in range(2) for j in range(2) if i != j)
print(list(nested), list(x for x in (y + 1 for y in (z * 2 for z in range(3)))))
g = (i for i in range(10))
for i in g:
    if i == 3:
        break
print(next(g), sum(g))
print(min((abs(x - 5), x) for x in (1, 4, 9))[1], list(zip((a for a in "ab"), (b for b in "cd"))), [*(x for x in range(2))])
