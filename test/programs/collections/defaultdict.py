# defaultdict: factories, missing, repr, copy.
from collections import defaultdict
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["new"], d.get("other"), "other" in d, len(d), d.default_factory)
c = defaultdict(int, x=5)
for ch in "hello": c[ch] += 1
print(c, c.pop("x"), sorted(c.items()))
n = defaultdict(lambda: defaultdict(int))
n["a"]["b"] += 1
n["a"]["c"] -= 1
print({k: dict(v) for k, v in n.items()})
e = defaultdict(None, {"k": 1})
try:
    e["missing"]
except KeyError as err:
    print("KeyError", err)
e.default_factory = lambda: "made"
print(e["missing"], e.setdefault("s", 3), e | {"z": 0} == {**e, "z": 0}, type(e.copy()).__name__, type(e | {}).__name__)
def boom(): raise ValueError("factory failed")
f = defaultdict(boom)
try:
    f["x"]
except ValueError as err:
    print(err, "x" in f)
for act in (lambda: defaultdict(5), lambda: defaultdict([], {}), lambda: defaultdict(list)[[]], lambda: defaultdict(list, 5)):
    try:
        print(act())
    except TypeError as err:
        print(err)
class D(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
print(D()["ab"], D(int)["x"])
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(list(t), list(t["a"]), t["a"]["b"]["c"])
s = defaultdict(set)
s["k"].add(1)
print(s, defaultdict(int, [("a", 1)], b=2), defaultdict(str)[0] == "", defaultdict(bool)["q"])
