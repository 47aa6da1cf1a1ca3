# Grouping, counting, graphs, nested defaults.
from collections import defaultdict
words = "apple avocado banana blueberry cherry".split()
g = defaultdict(list)
for w in words: g[w[0]].append(w)
print(dict(g), len(g["z"]), "z" in g)
graph = defaultdict(set)
for a, b in [(1, 2), (2, 3), (1, 3)]:
    graph[a].add(b)
    graph[b].add(a)
print({k: sorted(v) for k, v in sorted(graph.items())})
m = defaultdict(lambda: defaultdict(int))
for r, c in [("a", "x"), ("a", "y"), ("a", "x"), ("b", "y")]: m[r][c] += 1
print({k: dict(v) for k, v in m.items()}, m.get("nope"), m["b"]["zzz"])
ids = defaultdict()
ids.default_factory = ids.__len__
print([ids[w] for w in "a b a c b".split()], dict(ids))
