# Graph algorithms: search, shortest paths, spanning trees, components, flow, colouring, ordering.
from collections import deque
import heapq


class CycleError(Exception):
    def __init__(self, path):
        super().__init__(" -> ".join(path))
        self.path = path


class Graph:
    def __init__(self, directed=False):
        self.adj, self.directed = {}, directed

    def add(self, a, b, w=1):
        self.adj.setdefault(a, {})[b] = w
        self.adj.setdefault(b, {})
        if not self.directed:
            self.adj[b][a] = w
        return self

    @classmethod
    def parse(cls, text, directed=False):
        g = cls(directed)
        for part in text.split():
            a, b, *w = part.replace("-", ",").split(",")
            g.add(a, b, int(w[0]) if w else 1)
        return g

    def __iter__(self):
        return iter(sorted(self.adj))

    def __getitem__(self, a):
        return sorted(self.adj[a].items())

    def __len__(self):
        return len(self.adj)

    def edges(self):
        for a in self:
            for b, w in self[a]:
                if self.directed or a < b:
                    yield a, b, w

    def bfs(self, s):
        parent, q = {s: None}, deque([s])
        while q:
            a = q.popleft()
            for b, _ in self[a]:
                if b not in parent:
                    parent[b] = a
                    q.append(b)
        return parent

    def dfs(self, s, seen=None):
        seen = set() if seen is None else seen
        seen.add(s)
        yield s
        for b, _ in self[s]:
            if b not in seen:
                yield from self.dfs(b, seen)

    def path(self, s, t):
        parent, out = self.bfs(s), []
        if t not in parent:
            return None
        while t is not None:
            out.append(t)
            t = parent[t]
        return out[::-1]

    def dijkstra(self, s):
        dist, heap = {}, [(0, s)]
        while heap:
            d, a = heapq.heappop(heap)
            if a in dist:
                continue
            dist[a] = d
            for b, w in self[a]:
                if b not in dist:
                    heapq.heappush(heap, (d + w, b))
        return dist

    def bellman_ford(self, s):
        inf = float("inf")
        dist = {v: inf for v in self}
        dist[s] = 0
        for _ in range(len(self)):
            changed = False
            for a, b, w in self.edges():
                if dist[a] + w < dist[b]:
                    dist[b], changed = dist[a] + w, True
            if not changed:
                return dist
        raise ValueError("negative cycle")

    def floyd(self):
        inf = float("inf")
        d = {(a, b): 0 if a == b else self.adj[a].get(b, inf) for a in self for b in self}
        for k in self:
            for a in self:
                for b in self:
                    d[a, b] = min(d[a, b], d[a, k] + d[k, b])
        return d

    def kruskal(self):
        root = {v: v for v in self}

        def find(v):
            while root[v] != v:
                root[v] = root[root[v]]
                v = root[v]
            return v

        tree = []
        for w, a, b in sorted((w, a, b) for a, b, w in self.edges()):
            ra, rb = find(a), find(b)
            if ra != rb:
                root[ra] = rb
                tree.append((a, b, w))
        return tree

    def prim(self, s):
        seen, heap, total = {s}, [(w, b) for b, w in self[s]], 0
        heapq.heapify(heap)
        while heap:
            w, b = heapq.heappop(heap)
            if b not in seen:
                seen.add(b)
                total += w
                for c, x in self[b]:
                    heapq.heappush(heap, (x, c))
        return total

    def components(self):
        left, out = set(self), []
        while left:
            c = set(self.dfs(min(left)))
            out.append(sorted(c))
            left -= c
        return out

    def topological(self):
        state, out, stack = {}, [], []

        def visit(v):
            if state.get(v) == 1:
                raise CycleError(stack[stack.index(v):] + [v])
            if state.get(v) == 2:
                return
            state[v] = 1
            stack.append(v)
            for b, _ in self[v]:
                visit(b)
            stack.pop()
            state[v] = 2
            out.append(v)

        for v in self:
            visit(v)
        return out[::-1]

    def strong(self):
        index, low, stack, out, n = {}, {}, [], [], 0

        def visit(v):
            nonlocal n
            index[v] = low[v] = n
            n += 1
            stack.append(v)
            for b, _ in self[v]:
                if b not in index:
                    visit(b)
                    low[v] = min(low[v], low[b])
                elif b in stack:
                    low[v] = min(low[v], index[b])
            if low[v] == index[v]:
                at = stack.index(v)
                out.append(sorted(stack[at:]))
                del stack[at:]

        for v in self:
            if v not in index:
                visit(v)
        return out

    def flow(self, s, t):
        cap = {(a, b): w for a in self for b, w in self[a]}
        for a, b in list(cap):
            cap.setdefault((b, a), 0)
        total = 0
        while True:
            parent, q = {s: None}, deque([s])
            while q and t not in parent:
                a = q.popleft()
                for x, b in sorted(cap):
                    if x == a and cap[x, b] > 0 and b not in parent:
                        parent[b] = a
                        q.append(b)
            if t not in parent:
                return total, sorted(parent)
            path, v = [], t
            while parent[v] is not None:
                path.append((parent[v], v))
                v = parent[v]
            push = min(cap[e] for e in path)
            for a, b in path:
                cap[a, b] -= push
                cap[b, a] += push
            total += push

    def colour(self):
        out = {}
        for v in sorted(self, key=lambda v: (-len(self.adj[v]), v)):
            used = {out[b] for b in self.adj[v] if b in out}
            out[v] = next(c for c in range(len(self)) if c not in used)
        return out

    def bipartite(self):
        side = {}
        for s in self:
            if s in side:
                continue
            side[s] = 0
            q = deque([s])
            while q:
                a = q.popleft()
                for b, _ in self[a]:
                    if b not in side:
                        side[b] = 1 - side[a]
                        q.append(b)
                    elif side[b] == side[a]:
                        return None
        return sorted(v for v in side if not side[v]), sorted(v for v in side if side[v])


g = Graph.parse("a-b,7 a-c,9 a-f,14 b-c,10 b-d,15 c-d,11 c-f,2 d-e,6 e-f,9 x-y,3")
print(g.path("a", "e"), g.path("a", "x"), list(g.dfs("a")), g.dijkstra("a"), g.components())
print(g.kruskal(), sum(w for *_, w in g.kruskal()), g.prim("a"), g.colour(), g.bipartite())
d = Graph.parse("shirt-tie tie-jacket pants-shoes pants-belt belt-jacket socks-shoes", True)
print(d.topological())
try:
    Graph.parse("a-b b-c c-d d-b", True).topological()
except CycleError as e:
    print("cycle", e, len(e.path))
print(Graph.parse("a-b b-c c-a b-d d-e e-f f-d g-f", True).strong())
print(Graph.parse("s-a,10 s-b,5 a-b,15 a-t,5 b-t,10", True).flow("s", "t"))
n = Graph.parse("s-a,4 a-b,3 b-c,2 s-c,10", True)
n.adj["b"]["a2"] = -2
n.adj["a2"] = {"c": -1}
print(n.bellman_ford("s"))
n.adj["c"]["a"] = -20
try:
    n.bellman_ford("s")
except ValueError as e:
    print(e)
f = g.floyd()
print({k: v for k, v in f.items() if k[0] == "a"}, Graph.parse("a-x a-y b-x c-y").bipartite(), len(list(g.edges())))
