# Counter: counting, arithmetic, most_common.
from collections import Counter
c = Counter("mississippi")
print(c, c["s"], c["zz"], "zz" in c, len(c), c.most_common(2), c.most_common(), list(c.elements())[:5], c.total(), sum(c.values()))
print(Counter(), Counter(a=2, b=1), Counter({"x": 3}), Counter(["a", "b", "a"]), Counter([1, 1.0, True]))
d = Counter(a=3, b=1, c=-2)
e = Counter(a=1, b=2, d=4)
print(d + e, d - e, d & e, d | e, +d, -d, d == Counter(a=3, b=1, c=-2), d <= e, Counter(a=1) < Counter(a=2, b=1), d != e)
d.update("aab")
d.subtract({"a": 1, "z": 2})
print(d, sorted(d.elements()))
d += e
print(d)
d -= Counter(a=100)
d &= Counter(b=1, d=2)
print(d)
d["new"] += 1
del d["nope"]
del d["b"]
print(d, d.copy(), type(d.copy()).__name__, dict(d), Counter(a=1) == {"a": 1}, Counter(a=1) == Counter(a=1, b=0), d.pop("new"), d)
for act in (lambda: Counter(5), lambda: Counter.fromkeys("ab"), lambda: Counter(a="x").most_common(), lambda: Counter("ab", "cd"), lambda: Counter(a=1) + {"a": 1}):
    try:
        print(act())
    except (TypeError, NotImplementedError) as x:
        print(type(x).__name__, x)
words = "a b c a b a".split()
print([w for w, n in Counter(words).most_common() for _ in range(n)], max(Counter(words).items(), key=lambda p: p[1]), Counter(words).most_common(0), Counter(map(len, ["x", "yy", "z"])))
