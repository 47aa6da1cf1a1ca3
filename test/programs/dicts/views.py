# keys, values, items: live views with set operations.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i, ["a", 1] in i)
d["d"] = 4
print(k, v, list(i)[-1], list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), sorted({"a", "q"} - k), k.isdisjoint({"x"}), k == {"a", "b", "c", "d"}, k >= {"a"}, k < {"a"})
print(sorted(i & {("a", 1)}), i == {("a", 1), ("b", 2), ("c", 3), ("d", 4)}, d.keys() == {"d": 0, "a": 0, "b": 0, "c": 0}.keys(), v == d.values())
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(d)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, repr(k.mapping))
for act in (lambda: k[0], lambda: v + v, lambda: k & 5, lambda: hash(k), lambda: k.add("x"), lambda: {"a": []}.items() | {1}):
    try:
        print(act())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for key in list(d):
    if d[key] % 2:
        del d[key]
print(d, k, [key for key in d], [(a, b) for a, b in d.items()], sum(d.values()), max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]))
