# get, setdefault, pop, popitem, update, copy, clear, and the merge operators.
d = {"a": 1, "b": 2, "c": 3}
print(d.setdefault("a", 9), d.setdefault("z"), d.setdefault("y", []), d)
d["y"].append(1)
print(d.pop("a"), d.pop("nope", None), d.popitem(), d.popitem(), d)
d.update({"b": 20}, e=5)
d.update([("f", 6)])
d.update(g=7)
d.update()
print(d)
c = d.copy()
c["b"] = 0
print(d["b"], c["b"], d | {"b": "right", "h": 8}, {"b": 1} | d, d)
d |= {"i": 9}
d |= [("j", 10)]
print(d)
d.clear()
print(d, c)
for act in (lambda: {} | [], lambda: {} | None, lambda: {}.update(5), lambda: {}.update({}, {}), lambda: {}.pop(), lambda: {}.setdefault([]), lambda: {}.update([1])):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
class HasKeys:
    def keys(self):
        return ["k1", "k2"]
    def __getitem__(self, key):
        return key.upper()
print(dict(HasKeys()), {**HasKeys()}, {"k1": 0} | dict(HasKeys()))
