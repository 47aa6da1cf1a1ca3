# heapq: push, pop, heapify, merge, nlargest, nsmallest.
import heapq
h = []
for x in (5, 1, 8, 3, 9, 2):
    heapq.heappush(h, x)
    print(h)
print([heapq.heappop(h) for _ in range(3)], h, heapq.heappushpop(h, 1), heapq.heappushpop(h, 100), heapq.heapreplace(h, 0), h)
l = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
heapq.heapify(l)
print(l, heapq.nlargest(3, l), heapq.nsmallest(3, l), heapq.nlargest(0, l), heapq.nsmallest(20, [2, 1]), heapq.nlargest(2, ["a", "bbb", "cc"], key=len), heapq.nsmallest(2, [-3, 2, 1], key=abs))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()))
for act in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, "a"]), lambda: heapq.heappushpop([], 5)):
    try: print(act())
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
import itertools
counter, pq, entries = itertools.count(), [], {}
def add(task, pri):
    e = [pri, next(counter), task]
    entries[task] = e
    heapq.heappush(pq, e)
def remove(task): entries.pop(task)[-1] = None
for t, p in (("write", 5), ("read", 2), ("test", 5), ("plan", 1)): add(t, p)
remove("read")
out = []
while pq:
    p, _, t = heapq.heappop(pq)
    if t: out.append((p, t))
print(out)
def heapsort(xs):
    h = []
    for x in xs: heapq.heappush(h, x)
    return [heapq.heappop(h) for _ in range(len(h))]
data = [(i * 7919) % 101 for i in range(50)]
print(heapsort(data) == sorted(data))
def dijkstra(g, s):
    dist, q = {s: 0}, [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, 1e9):
                dist[v] = d + w
                heapq.heappush(q, (d + w, v))
    return dist
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
