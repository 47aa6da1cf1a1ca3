# Dict construction, access, order, errors.
d = {"a": 1, "b": 2, 3: "three", (1, 2): [4], None: None, 2.5: True}
print(d, len(d), d["a"], d[3], d[(1, 2)], d.get("x"), d.get("x", 0), "a" in d, 1 in d, None in d)
print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"k": 1}, z=2), dict(zip("ab", (1, 2))), dict(["ab", "cd"]), {**{"a": 1}, "b": 2, **{"a": 3}}, dict.fromkeys("ab"), dict.fromkeys([1, 2], []))
d["new"] = "last"
d["a"] = "updated"
del d["b"]
d["b"] = "back"
print(list(d), d)
for act in (lambda: d["missing"], lambda: d[[]], lambda: d[{}], lambda: d.__delitem__("zz"), lambda: dict([1, 2]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: dict(["abc"]), lambda: {}.popitem(), lambda: {}.pop("k"), lambda: {} < {}, lambda: {} + {}, lambda: dict({}, {}), lambda: {[]: 1}, lambda: d.get(), lambda: {1: 2}[1][0], lambda: {"k": 1}[("k",)]):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print({1: "a", 1.0: "b", True: "c"}, {0: 1}[False], {"x": 1} == {"x": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {1: 2} != {1: 3}, bool({}), bool({0: 0}))
