# dict subclasses: __missing__, overridden methods, copy types.
class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        value = self[key] = key * 2
        return value
d = Default(a=1)
print(d["a"], d["b"], d["b"], d.get("c"), "c" in d, d, d.setdefault("z", 0))
class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.lower())
    def __contains__(self, key):
        return super().__contains__(key.lower())
x = Lower(A=1)
x["B"] = 2
x.update(C=3)
print(x, x["b"], "B" in x, x.get("B"), type(x.copy()).__name__, type(x | {}).__name__, dict(x), isinstance(x, dict), x == {"A": 1, "b": 2, "C": 3})
try:
    x["a"]
except KeyError as error:
    print("KeyError", error)
class Ordered(dict):
    def __iter__(self):
        return iter(sorted(super().keys()))
o = Ordered(b=1, a=2)
print(list(o), o, {**o}, dict(o), [k for k in o], list(o.keys()))
class Count(dict):
    def __missing__(self, key):
        return 0
c = Count()
for ch in "mississippi":
    c[ch] += 1
print(c, c["q"], "%(m)d %(nothing)d" % c)
o.attr = "kept"
print(o.attr, o.__dict__)
