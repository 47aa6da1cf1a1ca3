"""A year of temperatures: lists, slices, averages, the classic mistakes with mutable defaults, copies and scopes."""
import copy
import warnings
from calendar import month_abbr, monthrange

temperatures = [[round(10 - 12 * (1 - abs(m - 6) / 6) * -1 + d % 5 - 2, 1) for d in range(monthrange(2023, m + 1)[1])] for m in range(12)]
for month, days in enumerate(temperatures, start=1):
    mean = sum(days) / len(days)
    bar = "#" * int(mean)
    print(f"{month_abbr[month]} {mean:6.2f} {min(days):5.1f} {max(days):5.1f} {bar}")
flat = [t for month in temperatures for t in month]
print(len(flat), flat[:3], flat[-3:], flat[::120], sorted(set(flat))[:4], sum(flat) / len(flat) > 14)


def add(value, target=[]):
    target.append(value)
    return target


print(add(1), add(2), add(3, []), add(4))
rows = [[0] * 3] * 2
rows[0][0] = 9
print(rows, rows[0] is rows[1], copy.deepcopy(rows), copy.deepcopy(rows)[0] is copy.deepcopy(rows)[1])
shallow, deep = flat[:2] + [[1]], copy.deepcopy([[1]])
functions = [lambda: n for n in range(3)]
print([f() for f in functions], [f() for f in [lambda n=n: n for n in range(3)]])
counter = 0


def wrong():
    counter += 1


def right():
    global counter
    counter += 1
    return counter


try:
    wrong()
except UnboundLocalError as error:
    print(error)
print(right(), right(), counter)


def outer():
    level = "outer"

    def inner():
        nonlocal level
        level += "+inner"
        return locals()

    print(inner(), level)


outer()
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
try:
    for key in (mapping := {"a": 1}):
        mapping["b"] = 2
except RuntimeError as error:
    print(error)
a = b = []
a += [1]
b = b + [2]
print(a, b, a is b, [] == [], [] is [], (1,) + (2,), "ab" * 2, [1, 2] < [1, 3], (1, "a") == (1, "a"))
print(True + True, isinstance(True, int), 0.1 * 3 == 0.3, "10" < "9", not None, [] or "empty", 0 and 1, 1 < 2 < 3, 3 > 2 == True)
x, *middle, y = "abcdef"
print(x, middle, y, *reversed(middle), sep="-", end="!\n")
first, second = second, first = 1, 2
print(first, second, [1, 2, 3][-2:], "hello"[::-1], "hello"[1:-1:2], list(range(10, 0, -3)), [*range(3), *"ab"])
total = 0
for n in range(3):
    for m in range(3):
        if m == n == 1:
            break
        total += 10 * n + m
    else:
        total += 100
else:
    total += 1000
print(total)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("cold", UserWarning)
    print(caught[0].category.__name__, caught[0].message)
for attempt in (lambda: "5" + 5, lambda: [1][3], lambda: {}["k"], lambda: None.x, lambda: int([]), lambda: undefined_name, lambda: len(5), lambda: 1 / 0, lambda: "a".foo(), lambda: (1, 2) + [3], lambda: sorted([1, "a"]), lambda: "%d" % "x", lambda: abs(), lambda: [].pop(), lambda: max([]), lambda: dict([1]), lambda: "abc".index("z"), lambda: chr(-1)):
    try:
        attempt()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
