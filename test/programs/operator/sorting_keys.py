# itemgetter, attrgetter, methodcaller as keys.
from operator import itemgetter, attrgetter, methodcaller, add, mul, neg
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), max(rows, key=itemgetter(1)), list(map(itemgetter(0), rows)))
class P:
    def __init__(self, n, a): self.n, self.a = n, a
    def __repr__(self): return self.n
ps = [P("x", 3), P("y", 1)]
print(sorted(ps, key=attrgetter("a")), attrgetter("n", "a")(ps[0]), sorted(["B", "a"], key=methodcaller("lower")), list(map(add, [1, 2], [3, 4])), neg(5), list(map(mul, "ab", (2, 3))))
d = {"k": {"v": [1, 2]}}
print(itemgetter("k")(d), itemgetter("v")(itemgetter("k")(d)), sorted({"a": 3, "b": 1}.items(), key=itemgetter(1)))
