"""Graph algorithms: search, shortest paths, spanning trees, components, topological order, flow, colouring."""
from collections import defaultdict, deque
from heapq import heappop, heappush
from itertools import combinations
from math import inf


class Graph:
    def __init__(self, edges=(), directed=False):
        self.directed = directed
        self.next = defaultdict(dict)
        for edge in edges:
            self.connect(*edge)

    def connect(self, a, b, weight=1):
        self.next[a][b] = weight
        if self.directed:
            self.next[b]
        else:
            self.next[b][a] = weight

    @property
    def nodes(self):
        return sorted(self.next)

    def edges(self):
        for a, others in self.next.items():
            for b, weight in others.items():
                if self.directed or a <= b:
                    yield a, b, weight

    def breadth_first(self, start):
        seen, queue = {start: None}, deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for other in sorted(self.next[node]):
                if other not in seen:
                    seen[other] = node
                    queue.append(other)

    def depth_first(self, node, seen=None):
        seen = set() if seen is None else seen
        seen.add(node)
        yield node
        for other in sorted(self.next[node]):
            if other not in seen:
                yield from self.depth_first(other, seen)

    def dijkstra(self, start):
        distance, before, heap = {start: 0}, {}, [(0, start)]
        done = set()
        while heap:
            so_far, node = heappop(heap)
            if node in done:
                continue
            done.add(node)
            for other, weight in self.next[node].items():
                if (there := so_far + weight) < distance.get(other, inf):
                    distance[other], before[other] = there, node
                    heappush(heap, (there, other))
        return distance, before

    def path(self, start, goal):
        distance, before = self.dijkstra(start)
        if goal not in distance:
            return None
        path = [goal]
        while path[-1] != start:
            path.append(before[path[-1]])
        return path[::-1], distance[goal]

    def bellman_ford(self, start):
        distance = dict.fromkeys(self.nodes, inf) | {start: 0}
        for _ in range(len(self.nodes) - 1):
            for a, b, weight in self.edges():
                distance[b] = min(distance[b], distance[a] + weight)
        if any(distance[a] + weight < distance[b] for a, b, weight in self.edges()):
            raise ValueError("a cycle of negative length")
        return distance

    def all_pairs(self):
        table = {a: {b: 0 if a == b else self.next[a].get(b, inf) for b in self.nodes} for a in self.nodes}
        for via in self.nodes:
            for a in self.nodes:
                for b in self.nodes:
                    table[a][b] = min(table[a][b], table[a][via] + table[via][b])
        return table

    def kruskal(self):
        leader = {node: node for node in self.nodes}

        def find(node):
            while leader[node] != node:
                leader[node] = leader[leader[node]]
                node = leader[node]
            return node

        tree = []
        for weight, a, b in sorted((weight, a, b) for a, b, weight in self.edges()):
            if find(a) != find(b):
                leader[find(a)] = find(b)
                tree.append((a, b, weight))
        return tree

    def topological(self):
        waiting = {node: 0 for node in self.nodes}
        for _, b, _ in self.edges():
            waiting[b] += 1
        ready = deque(node for node in self.nodes if waiting[node] == 0)
        order = []
        while ready:
            order.append(node := ready.popleft())
            for other in sorted(self.next[node]):
                waiting[other] -= 1
                if waiting[other] == 0:
                    ready.append(other)
        if len(order) < len(waiting):
            raise ValueError(f"a cycle among {sorted(set(waiting) - set(order))}")
        return order

    def strong_components(self):
        index, low, stack, result = {}, {}, [], []

        def visit(node):
            index[node] = low[node] = len(index)
            stack.append(node)
            for other in sorted(self.next[node]):
                if other not in index:
                    visit(other)
                    low[node] = min(low[node], low[other])
                elif other in stack:
                    low[node] = min(low[node], index[other])
            if low[node] == index[node]:
                component = []
                while component[-1:] != [node]:
                    component.append(stack.pop())
                result.append(sorted(component))

        for node in self.nodes:
            if node not in index:
                visit(node)
        return result

    def colours(self):
        colour = {}
        for node in sorted(self.nodes, key=lambda node: -len(self.next[node])):
            used = {colour.get(other) for other in self.next[node]}
            colour[node] = next(number for number in range(len(self.nodes)) if number not in used)
        return colour


def flow(capacity, source, sink):
    residual = defaultdict(lambda: defaultdict(int))
    for a, others in capacity.items():
        for b, amount in others.items():
            residual[a][b] += amount
    total = 0
    while True:
        parent, queue = {source: None}, deque([source])
        while queue and sink not in parent:
            node = queue.popleft()
            for other in sorted(residual[node]):
                if other not in parent and residual[node][other] > 0:
                    parent[other] = node
                    queue.append(other)
        if sink not in parent:
            return total
        step, node = inf, sink
        while parent[node] is not None:
            step = min(step, residual[parent[node]][node])
            node = parent[node]
        node = sink
        while parent[node] is not None:
            residual[parent[node]][node] -= step
            residual[node][parent[node]] += step
            node = parent[node]
        total += step


city = Graph([("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("D", "F", 6), ("E", "F", 3), ("G", "H", 1)])
print(*city.breadth_first("A"), "|", *city.depth_first("A"))
print(city.path("A", "F"), city.path("A", "G"), city.dijkstra("E")[0])
print(city.kruskal(), sum(weight for *_, weight in city.kruskal()))
print({a: "".join(f"{d:5}" for d in row.values()) for a, row in city.all_pairs().items()})
print(city.colours(), city.bellman_ford("A"))
tasks = Graph([("socks", "shoes"), ("trousers", "shoes"), ("trousers", "belt"), ("shirt", "tie"), ("tie", "jacket"), ("belt", "jacket")], directed=True)
print(tasks.topological())
tasks.connect("jacket", "shirt")
try:
    tasks.topological()
except ValueError as error:
    print(error)
print(tasks.strong_components(), Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 6)], True).strong_components())
try:
    Graph([("x", "y", 1), ("y", "z", -3), ("z", "x", 1)], True).bellman_ford("x")
except ValueError as error:
    print(error)
pipes = {"s": {"a": 10, "b": 10}, "a": {"b": 2, "c": 4, "d": 8}, "b": {"d": 9}, "c": {"t": 10}, "d": {"c": 6, "t": 10}}
print(flow(pipes, "s", "t"))
cube = Graph((a, a ^ (1 << bit)) for a in range(8) for bit in range(3))
print(len(list(cube.edges())), max(cube.dijkstra(0)[0].values()), len(set(cube.colours().values())))
print(sum(1 for a, b in combinations(cube.nodes, 2) if bin(a ^ b).count("1") == 2))
