# Counting, grouping, inverting, nesting.
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for w in text.split():
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
by_len = {}
for w in sorted(set(text.split())):
    by_len.setdefault(len(w), []).append(w)
print(by_len)
print({v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}, {n: n * n for n in range(6) if n % 2}, {(i, j): i * j for i in range(2) for j in range(3)}, {k: {c: i for i, c in enumerate(k)} for k in ("ab", "c")})
tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = tree
    for part in path.split("/"):
        node = node.setdefault(part, {})
print(tree)
def flatten(node, prefix=""):
    for k, v in node.items():
        yield prefix + k
        yield from flatten(v, prefix + k + "/")
print(list(flatten(tree)))
d = {x: [] for x in "ab"}
d["a"].append(1)
e = dict.fromkeys("ab", [])
e["a"].append(1)
print(d, e)
