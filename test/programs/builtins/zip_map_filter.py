# zip, map, filter, enumerate: laziness, lengths, strict.
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip(range(3), "xyz", (True, False, None))), dict(zip("ab", [1, 2])))
print(list(map(str, [1, 2])), list(map(max, [1, 5], [3, 2])), list(map(lambda *a: a, "ab", "cde", "fg")), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isdigit, "a1b2")), list(filter(lambda x: x > 1, {1: 0, 2: 0, 3: 0})))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), next(enumerate([7])), list(enumerate([], 3)))
a, b = [1, 2, 3], [4, 5, 6]
print([*zip(*zip(a, b))], [*zip(a, a[1:])], [*zip(*[iter(a)] * 2)])
it = iter([1, 2, 3, 4])
print(list(zip(it, "ab")), list(it))
for args in (("ab", "abc"), ("abc", "ab"), ("ab", "ab", "a"), ("ab", "ab", "abc"), ("", "a"), ("a", "")):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
print(list(zip("ab", "cd", strict=True)), list(zip(strict=True)))
def noisy(n, it):
    for x in it:
        print(n, x, end="; ")
        yield x
m = map(lambda x, y: x + y, noisy("a", [1, 2]), noisy("b", [10, 20, 30]))
print(next(m), list(m))
f = filter(lambda x: x % 2, noisy("f", range(4)))
print(next(f), next(f), next(f, "end"))
for act in (lambda: zip(5), lambda: zip([], 5), lambda: map(str), lambda: map(), lambda: list(map(5, [1])), lambda: filter(None), lambda: list(filter(5, [1])), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: list(map(int, ["1", "x"])), lambda: zip("a", stricter=1), lambda: enumerate(), lambda: enumerate("a", start=1, foo=2), lambda: map(str, [], key=1)):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(e)
print(type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, iter(it) is it)
