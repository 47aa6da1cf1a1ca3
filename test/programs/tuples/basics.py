# Tuples: construction, immutability, comparison, hashing.
print((), (1,), (1, 2), tuple(), tuple("ab"), tuple([1, 2]))
t = 1, "two", 3.0
print(t, len(t), t[0], t[-1], t[1:], t[::-1], t + (4,), t * 2, 0 * t, "two" in t, t.index(3), t.count(1), t.count(True))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == [1, 2], (1, 2) == (1.0, 2.0), hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "x"}[(1.0, 2)])
for act in (lambda: t[5], lambda: t + [1], lambda: t["a"], lambda: t.index(9), lambda: hash(([],)), lambda: {[1]: 2}, lambda: t.append, lambda: (1,) < (None,), lambda: tuple(5), lambda: t * "a", lambda: tuple([1], [2])):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 9
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
print(tuple(t) is t, t[:] is t, (t, t)[0] is t, sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 5), (2, 0)))
