"""Comprehensions and generator expressions in every kind of scope."""
squares = [x * x for x in range(10)]
evens = {x for x in squares if x % 2 == 0 if x}
index = {k: v for k, v in enumerate(squares)}
lazy = (x for x in squares)
matrix = [[i * j for j in range(3)] for i in range(3)]
flat = [y for row in matrix for y in row if y]
closures = [lambda: x for x in squares]
single = [y for x in squares for y in [x + 1]]
last = [(seen := x) for x in squares]


def shadows(x):
    result = [x for x in x]
    return result, x


def captures(x):
    return [lambda: x + y for y in range(x)], x


def outer_cell(x):
    f = lambda: x
    return [x for x in f()], f


def nested(a):
    return [[(i, j, k) for k in j] for i in a for j in i]


def with_walrus(a):
    return [y := f(x), y] if (n := len(a)) else {y: n for x in a if (y := x)}


def generators(a, b):
    total = sum(x * y for x in a for y in b if x < y)
    return total, list(z for z in (w for w in a)), max((x for x in a), default=0)


def sets_and_dicts(a):
    return {x.y for x in a}, {x: [z for z in x] for x in a}, {**a, "k": [q for q in a]}


def in_call(a):
    return f(1, [x for x in a], g({x for x in a}))


def unpacking(a):
    return [(x, *y) for x, *y in a], [z.w for (z.w) in a], [q[0] for q[0] in a]


def in_generator(a):
    yield [x for x in a]
    yield from (x for x in a)


def in_lambda(a):
    return lambda b: [x + b for x in a]


def free_in_both():
    x = 1

    def g():
        return [x + y for y in range(x)]

    return g
