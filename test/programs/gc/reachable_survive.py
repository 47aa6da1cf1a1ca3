# Collections never touch what is reachable.
import gc
class Node:
    def __init__(self, v, kids=()): self.v, self.kids, self.parent = v, list(kids), None
    def total(self): return self.v + sum(k.total() for k in self.kids)
def build(depth):
    n = Node(depth, [build(depth - 1) for _ in range(2)] if depth else [])
    for k in n.kids: k.parent = n
    return n
root = build(7)
before = root.total()
for generation in (0, 1, 2, 2, 1, 0):
    gc.collect(generation)
    assert root.total() == before
print(before, root.kids[0].kids[1].parent.parent is root)
data = {i: [i, {i: (i,)}] for i in range(500)}
junk = []
for i in range(3000):
    x = [i]
    x.append(x)
    if i % 300 == 0: junk.append(x)
print(sum(data[i][1][i][0] for i in data), [x[0] for x in junk], all(x[1] is x for x in junk))
def g():
    local = ["kept", {}]
    local[1]["self"] = local
    yield 1
    gc.collect()
    yield local[0]
it = g()
print(next(it), gc.collect() >= 0, next(it))
closures = [(lambda n: lambda: n * 2)(i) for i in range(100)]
gc.collect()
print(sum(f() for f in closures))
