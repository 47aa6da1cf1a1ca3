# iter with one and two arguments, next with default.
it = iter([1, 2])
print(next(it), next(it), next(it, None), next(it, "d"))
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 5)), n, list(iter(f, 7)), list(iter(lambda: 0, 0)))
def g():
    raise StopIteration
print(list(iter(g, 1)))
c = iter(f, 10)
print(next(c), list(c), next(c, "over"), type(c).__name__)
data = list("abcdef")
print(["".join(x) for x in iter(lambda: [data.pop(0) for _ in range(min(2, len(data)))], [])])
class Once:
    def __iter__(self):
        print("iter called")
        return iter("xy")
for x in Once(): print(x)
print(list(iter({"a": 1})), list(iter({3})), next(iter(range(5))), next(iter("z")), next(iter((9,))))
for act in (lambda: next([]), lambda: iter(5), lambda: iter(5, 6), lambda: next(), lambda: iter(), lambda: next(iter([])), lambda: next(iter([]), 1, 2), lambda: iter(None)):
    try:
        print(act())
    except (TypeError, StopIteration) as e:
        print(type(e).__name__, e)
for t in ([], (), "", {}, set(), range(0), b"", {}.keys(), {}.items(), iter(f, 1), zip(), map(str, []), filter(None, []), enumerate([]), reversed([]), (x for x in [])):
    print(type(iter(t)).__name__, end=" ")
print()
