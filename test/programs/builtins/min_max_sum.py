# min, max, sum with keys, defaults, errors, ties.
print(max(3, 1, 2), min([3, 1, 2]), max("hello"), min("b", "a"), max([1], [2]), max({"a": 5, "b": 1}), max([], default="d"), min((), default=None), max([3, -5], key=abs), min("bb", "a", key=len), max([(1, "a"), (1, "b")], key=lambda p: p[0]), min([(1, "a"), (1, "b")], key=lambda p: p[0]), max(1, 1.0, True), min(1.0, 1))
print(sum([1, 2, 3]), sum((x for x in range(4)), 10), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum({1: 2, 3: 4}), sum([0.5, 0.25], start=1), sum([True] * 3), sum([], start="x" and 5), sum([10**20, 1]), sum([2**62, 2**62, 2**62]), sum(range(101)))
class M:
    def __init__(self, v): self.v = v
    def __add__(self, o): return M(self.v + (o.v if isinstance(o, M) else o))
    __radd__ = __add__
    def __repr__(self): return f"M{self.v}"
print(sum([M(1), M(2)]), sum([M(1)], M(5)), sum([1, M(2), 3]))
for act in (lambda: max(), lambda: max([]), lambda: max(5), lambda: min([1, "a"]), lambda: max(1, 2, default=3), lambda: sum("ab"), lambda: sum(["a", "b"], ""), lambda: sum([b"a"], b""), lambda: sum(["a"]), lambda: sum(5), lambda: sum(), lambda: sum([], bytearray()), lambda: max([1], key=5), lambda: max([1], foo=2), lambda: min(None, 1), lambda: max([], key=len), lambda: sum([1], 2, 3)):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
words = ["pear", "fig", "apple", "date"]
print(max(words, key=len), min(words, key=len), max(words, key=lambda w: w[::-1]), max(range(10), key=lambda x: -(x - 4) ** 2), max(words, key=None), min(enumerate(words), key=lambda p: p[1]), max(map(len, words)), sum(map(len, words)))
