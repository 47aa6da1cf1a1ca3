# Primaries, slices, calls, comprehensions in odd places.
a = list(range(10))
print(a[1:2][0], a[::3], a[-1:], a[:], a[1:5:2], a[(1)], a[a[2]], [a][0][1], (a)[0], a [3], a[0]if a else 0)
d = {(1, 2): "t", 1: {2: 3}}
print(d[1, 2], d[(1, 2)], d[1][2])
f = lambda *a, **k: (a, k)
print(f(), f(1), f(1,), f(*[1], *[2]), f(**{"a": 1}, **{"b": 2}), f(1, *[2], 3, k=4, *[5]), f(x for x in [1])[0][0].__class__.__name__, f((yield_) for yield_ in [1]).__class__.__name__, f(a := 5), f(k=(b := 6)), a, b)
print((lambda: lambda: 1)()(), [lambda x: x][0](2), {"f": len}["f"]("abc"))
print([x for x in range(3)], [x for x in range(5) if x if x > 1], [(x, y) for x in "ab" for y in "cd"], {x for x in "aa"}, {x: y for x, y in ["ab"]}, [[y for y in range(x)] for x in range(3)], [x for x, in [(1,)]], [x for (x, *y) in [(1, 2)]], [x for x in (lambda: [1, 2])()], [x if x else None for x in [0, 1]], [i for i in [1, 2] if (lambda: i)()])
print(1 < 2 < 3, 1 < 3 > 2 != 5, not 1 == 2, 1 in [1] in [[1]])
print(1 or 2 and 3, (1 or 2) and 3, not (1 and 0))
print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, ~2 ** 2, -~1, 1 - -1, 1 + +1, 6 / 2 * 3, 7 // 2 % 2, 1 << 2 + 1, 1 | 2 & 3 ^ 1, 5 & 3 == 1, "a" + "b" * 2, not 0 == 1)
print(*[1, 2], *(3,), **{"sep": "-", "end": "!\n"})
print((1, 2)[0], [1, 2][-1], "abc"[1], {1, 2} & {2}, (1,) + (2,), [1] * 2, *"ab")
x = y = z = [0]
x[0], y = 1, 2
print(x, y, z)
(x), [y, *z] = 1, (2, 3, 4)
print(x, y, z)
for x, (y, z) in [(1, (2, 3))]: print(x, y, z)
i = 0
a = [0] * 3
a[i], i = 5, 1
print(a, i)
print(f"{a!r:>{10 + 2}}", "%s %s" % (1, 2), "{} {}".format(*[1, 2]), (lambda s: s)("x"))
print([1, 2, 3][slice(1, 3)], "abc"[slice(None, None, -1)], a.__class__.__name__, (1).__class__, 1..__class__, "".__class__)
def g(): return (yield)
print(type(g()).__name__, (lambda: (yield 1))().__next__(), list((lambda: (yield from [1, 2]))()))
