# Construction, indexing, assignment, deletion.
a = [1, "two", 3.0, None, [4]]
print(a, len(a), a[0], a[-1], a[4][0], [], [[]], [1, [2, [3, []]]], list(), list("ab"), list(range(3)), list({1: 2}), list((1,)))
a[0] = "one"
a[-1] = 5
print(a)
del a[1]
del a[-1], a[0]
print(a)
for act in (lambda: a[5], lambda: a[-6], lambda: a["x"], lambda: a[1.0], lambda: a.__setitem__(9, 0), lambda: a.__delitem__(9), lambda: list(5), lambda: [] + (1,), lambda: [1] * 1.5, lambda: [1] * [2], lambda: [1] + None, lambda: list(1, 2)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [1] * -5, [[]] * 2, [1, 2] == [1, 2], [1, 2] == (1, 2), [1, 2] < [1, 3], [] < [0], [1, [2]] > [1, [1, 5]], [1.0, True] == [1, 1])
b = c = [1]
b += [2]
print(c, b is c)
b = b + [3]
print(c, b, b is c)
