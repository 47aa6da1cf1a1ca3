"""Comprehensions of one function that use the same name: each has its own, and none hides the global one from the others."""
x = 3


def first_bound():
    squares = [x * x for x in range(3)]
    return squares, [x for _ in range(2)]


def last_bound():
    threes = [x for _ in range(2)]
    return threes, {x for x in range(3)}


def read_after():
    {x: x for x in [1]}
    return x


def closed_over():
    [x for x in [1]]
    return [lambda: x for _ in [1]][0]()


def both():
    [(x := 5) for _ in [1]]
    return [x for _ in [1]], [x for x in [9]], x


def nested():
    return [[x for _ in range(y)] for y in [x for x in range(3)]]


for function in (first_bound, last_bound, read_after, closed_over, both, nested):
    print(function.__name__, function())


class Body:
    x = 4
    outer = [x for _ in [1]][0:0] + [n for n in [x]]
    again = [x for x in [7]]
    still = x


print(Body.outer, Body.again, Body.still)
