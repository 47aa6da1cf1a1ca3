# Graph searches, caches, partials, heaps.
import heapq, math
from collections import deque, defaultdict
from functools import lru_cache, cache, partial, reduce, cmp_to_key, singledispatch, wraps, cached_property
from operator import itemgetter, attrgetter, methodcaller, add
G = {"A": {"B": 7, "D": 5}, "B": {"A": 7, "C": 8, "D": 9, "E": 7}, "C": {"B": 8, "E": 5}, "D": {"A": 5, "B": 9, "E": 15, "F": 6}, "E": {"B": 7, "C": 5, "D": 15, "F": 8, "G": 9}, "F": {"D": 6, "E": 8, "G": 11}, "G": {"E": 9, "F": 11}, "Z": {}}
def dijkstra(g, s):
    dist, prev, pq = defaultdict(lambda: math.inf, {s: 0}), {}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist[v]: dist[v] = nd; prev[v] = u; heapq.heappush(pq, (nd, v))
    return dict(dist), prev
def path(prev, t): return path(prev, prev[t]) + [t] if t in prev else [t]
dist, prev = dijkstra(G, "A"); print(dist, path(prev, "G"), math.inf, -math.inf)
def bfs(g, s):
    seen, q = {s}, deque([s])
    while q: u = q.popleft(); yield u; q.extend(v for v in sorted(g[u]) if not (v in seen or seen.add(v)))
print(*bfs(G, "C"), sep="->")
def kruskal(g):
    p = {v: v for v in g}
    def find(x):
        while p[x] != x: p[x] = p[p[x]]; x = p[x]
        return x
    t = []
    for w, u, v in sorted((w, u, v) for u in g for v, w in g[u].items() if u < v):
        a, b = find(u), find(v)
        if a != b: p[a] = b; t.append((u, v, w))
    return t
print(kruskal(G), sum(map(itemgetter(2), kruskal(G))))
def topo(deps):
    done, out, path = set(), [], []
    def visit(n):
        if n in path: raise ValueError(f"cycle: {' -> '.join(path[path.index(n):] + [n])}")
        if n in done: return
        path.append(n)
        for m in deps.get(n, ()): visit(m)
        path.pop(); done.add(n); out.append(n)
    for n in deps: visit(n)
    return out
print(topo({"app": ["lib", "log"], "lib": ["core"], "log": ["core"]}))
try: topo({"a": "b", "b": "c", "c": "a"})
except ValueError as e: print(e)
@lru_cache(maxsize=3)
def slow(n): return n * n
[slow(i) for i in (1, 2, 3, 1, 4, 2)]; print(slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(9)); slow.cache_clear(); print(slow.cache_info())
@cache
def grid(r, c): return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)
print(grid(16, 16))
@singledispatch
def show(x): return f"obj {x!r}"
@show.register
def _(x: int): return f"int {x:,}"
@show.register(list)
@show.register(tuple)
def _(x): return "seq " + "; ".join(map(show, x))
print(show([1000, "a", (2.5, True)]), show.dispatch(bool).__name__, show.registry.keys())
print(reduce(add, range(5)), reduce(lambda a, b: b + a, "abc", "-"), partial(int, base=2)("1010"), partial(print, 1, sep="|"), sorted("bca", key=cmp_to_key(lambda a, b: (a < b) - (a > b))), list(map(methodcaller("split", "-"), ["a-b"])), attrgetter("real", "imag")(3 + 4j))
class C:
    @cached_property
    def v(self): print("computing"); return 42
c = C(); print(c.v, c.v, c.__dict__)
h = [5, 1, 8, 3]; heapq.heapify(h); print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3])))
for f in (lambda: reduce(add, []), lambda: heapq.heappop([]), lambda: itemgetter(5)([1]), lambda: partial(), lambda: slow(), lambda: slow([1]), lambda: show(), lambda: G["Q"], lambda: deque().pop(), lambda: max([]), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.comb(5, -1), lambda: math.exp(1000), lambda: next(iter([]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
