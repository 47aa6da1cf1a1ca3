# ChainMap, UserDict, UserList, UserString.
from collections import ChainMap, UserDict, UserList, UserString
a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
c = ChainMap(a, b)
print(c, c["x"], c["y"], c["z"], len(c), sorted(c), list(c), c.get("q"), "z" in c, dict(c), c.maps, c.parents)
c["z"] = 99
c["new"] = 1
print(a, b, c.new_child({"x": 0})["x"], c.new_child(k=5)["k"])
del c["z"]
print(c["z"])
for act in (lambda: c.__delitem__("zz"), lambda: c["nope"], lambda: c.pop("q"), lambda: ChainMap().popitem()):
    try:
        print(act())
    except KeyError as e:
        print("KeyError", e)
print(ChainMap(), ChainMap({"a": 1}) | {"b": 2}, c == dict(c), bool(ChainMap({}, {})))
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return f"no {k}"
d = Lower(A=1)
d.update({"B": 2})
print(d, d["a"], d["zz"], d.data, len(d), "b" in d, sorted(d.items()), d | {"C": 3}, type(d.copy()).__name__)
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1])
l.append(5)
l.extend([7])
l += [8]
print(l, l[1:], type(l[1:]).__name__, l.data, l + [1], l == [1, 10, 7, 8], len(l), sorted(l, reverse=True), l.index(7), l * 2)
class S(UserString):
    def shout(self): return S(self.data.upper() + "!")
s = S("abc")
print(s, s.shout(), s + "d", s[1], type(s[1]).__name__, len(s), s == "abc", s.find("c"), "b" in s, s * 2, hash(s) == hash("abc"), s.replace("a", "z"), s.upper())
