# Sets and dictionaries as taught.
fruits = {"apple", "pear", "fig"}
print("apple" in fruits, len(fruits), sorted(fruits | {"kiwi"}), sorted(fruits & {"fig", "x"}), sorted(fruits - {"fig"}), sorted(fruits ^ {"fig", "nut"}))
ages = {"ann": 30, "bob": 25}
ages["cy"] = 41
ages["ann"] += 1
print(ages, ages.get("dan"), ages.get("dan", 0), "bob" in ages, list(ages), list(ages.values()), list(ages.items()))
for name, age in sorted(ages.items(), key=lambda p: p[1]): print(f"{name:>4}: {age}")
try: ages["dan"]
except KeyError as e: print("missing", e)
print(ages.pop("bob"), ages, {v: k for k, v in ages.items()}, max(ages, key=ages.get))
inventory = {"a": {"n": 3, "tags": ["x"]}, "b": {"n": 0, "tags": []}}
print([k for k, v in inventory.items() if v["n"]], inventory["a"]["tags"][0], sum(v["n"] for v in inventory.values()))
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
def paths(g, s, t, path=()):
    path += (s,)
    if s == t: return [path]
    return [p for n in g[s] if n not in path for p in paths(g, n, t, path)]
print(paths(graph, "a", "d"))
text = "to be or not to be that is the question"
index = {}
for i, w in enumerate(text.split()): index.setdefault(w, []).append(i)
print({w: p for w, p in index.items() if len(p) > 1})
unique = list(dict.fromkeys([3, 1, 3, 2, 1]))
print(unique, {*"hello"} == set("olleh"), frozenset("ab") in {frozenset("ba")}, {1, 2} < {1, 2, 3}, {1}.isdisjoint({2}))
merged = {**{"a": 1, "b": 2}, **{"b": 3}} | {"c": 4}
print(merged, dict(sorted(merged.items(), reverse=True)), dict(zip("xy", [1, 2])), {k: v for k, v in merged.items() if v > 1})
memo = {}
def ways(n):
    if n <= 1: return 1
    if n not in memo: memo[n] = ways(n - 1) + ways(n - 2)
    return memo[n]
print(ways(50), len(memo))
