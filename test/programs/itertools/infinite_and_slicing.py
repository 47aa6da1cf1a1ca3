# count, cycle, repeat, islice, takewhile, dropwhile.
from itertools import *
print([*islice(count(), 3)], [*islice(count(5, -2), 4)], [*islice(count(0.5, 0.25), 3)], [*islice(cycle("ab"), 5)], [*repeat("x", 3)], [*islice(repeat(1), 2)], [*cycle([])], repr(count(3)), repr(count(1, 2)), repr(repeat("a", 2)), [*zip(count(), "ab")], [*map(pow, range(4), repeat(2))])
print([*islice("abcdef", 2)], [*islice("abcdef", 2, 4)], [*islice("abcdef", 1, None, 2)], [*islice("abc", 0)], [*islice("abc", 5, 9)])
it = iter(range(10))
print([*islice(it, 3)], next(it), [*islice(it, 1, 4, 2)], [*it])
print([*takewhile(lambda x: x < 3, [1, 2, 5, 1])], [*dropwhile(lambda x: x < 3, [1, 2, 5, 1])], [*filterfalse(lambda x: x % 2, range(6))], [*filterfalse(None, [0, 1, ""])], [*compress("abcdef", [1, 0, 1, 0, 1])], [*starmap(pow, [(2, 3), (3, 2)])], [*starmap(max, ["ab", "dc"])])
c = count(10)
next(c)
print(c, next(c), [*islice(count(2**63 - 1), 3)])
r = repeat(5, 2)
print(r.__length_hint__(), next(r), r)
for act in (lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: islice("a", "x"), lambda: count("a"), lambda: repeat(), lambda: cycle(5), lambda: islice("abc"), lambda: list(starmap(pow, [1])), lambda: takewhile(1), lambda: list(compress("a", 5))):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(e)
t = takewhile(lambda x: x, [1, 0, 1])
print(list(t), list(t), next(t, "end"))
print([*batched("abcdefg", 3)], [*batched([], 2)], [*pairwise("abcd")], [*pairwise([1])])
try:
    [*batched("abc", 2, strict=True)]
except ValueError as e:
    print(e)
try:
    batched("a", 0)
except ValueError as e:
    print(e)
