# any, all, sorted, reversed.
print(any([]), all([]), any([0, ""]), any([0, 1]), all([1, 0]), all("ab"), any({0: 1}), all(range(1, 5)))
seen = []
def t(x):
    seen.append(x)
    return x
print(any(t(x) for x in (0, 2, 3)), seen, all(t(x) for x in (1, 0, 5)), seen)
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed(b"ab")))
r = reversed([1, 2, 3])
print(next(r), list(r), next(r, "end"), type(r).__name__, type(reversed(range(2))).__name__, type(reversed("a")).__name__, r.__length_hint__())
print(sorted([3, 1, 2]), sorted("bca"), sorted({"b": 1, "a": 2}.items()), sorted([1, 2, 3], key=lambda x: -x), sorted([(1, 2), (1, 1)], reverse=True), sorted(range(5), key=lambda x: x % 2), sorted(["B", "a", "C"], key=str.lower), sorted(set("hello")), sorted([2.5, 1, True]), sorted([], key=None))
class S:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n > o.n
    def __repr__(self): return f"S{self.n}"
print(sorted([S(1), S(3), S(2)]), max([S(1), S(3)], key=lambda s: s.n), sorted([S(1), S(2)], reverse=True))
for act in (lambda: any(5), lambda: all(None), lambda: any(), lambda: sorted([1, None]), lambda: sorted([1], reverse="x"), lambda: reversed(iter([])), lambda: reversed({1, 2}), lambda: sorted([1], lambda x: x), lambda: any([1], [2])):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(e)
