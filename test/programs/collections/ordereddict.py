# OrderedDict: move_to_end, popitem, equality that counts order.
from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(d, list(d), d.popitem(), d.popitem(last=False), d)
d["x"] = 0
d["y"] = 5
d.move_to_end("b")
print(d)
d.move_to_end("y", last=False)
print(d, list(reversed(d)), list(reversed(d.items())), list(d.keys()), list(d.values()))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict() == {}, repr(OrderedDict()))
for act in (lambda: d.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: d["zz"], lambda: d.pop("zz"), lambda: OrderedDict(5), lambda: OrderedDict([1])):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
print(d.pop("zz", "dflt"), d.setdefault("n", 1), d | {"k": 2}, {"k": 2} | d, type(d.copy()).__name__, OrderedDict.fromkeys("ab", 0), isinstance(d, dict))
d["b"] = "updated keeps place"
del d["y"]
print(d)
class LRU(OrderedDict):
    def __init__(self, n): super().__init__(); self.n = n
    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > self.n: del self[next(iter(self))]
c = LRU(2)
c["a"] = 1
c["b"] = 2
c["a"]
c["c"] = 3
print(list(c.items()))
try:
    for k in d: d[k + "!"] = 1
except RuntimeError as e:
    print(e)
