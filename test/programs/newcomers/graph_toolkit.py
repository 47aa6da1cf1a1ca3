"""Dijkstra, topological order, components, a minimum spanning tree, and Floyd-Warshall on one small map."""
import heapq
from collections import defaultdict
from math import inf

ROADS = """A B 7
A C 9
A F 14
B C 10
B D 15
C D 11
C F 2
D E 6
E F 9
G H 1"""

graph = defaultdict(dict)
for road in ROADS.splitlines():
    a, b, length = road.split()
    graph[a][b] = graph[b][a] = int(length)


def dijkstra(start):
    distance = {start: 0}
    previous = {}
    heap = [(0, start)]
    done = set()
    while heap:
        so_far, here = heapq.heappop(heap)
        if here in done:
            continue
        done.add(here)
        for there, step in graph[here].items():
            if (new := so_far + step) < distance.get(there, inf):
                distance[there], previous[there] = new, here
                heapq.heappush(heap, (new, there))
    return distance, previous


distance, previous = dijkstra("A")


def way(goal):
    return (way(previous[goal]) if goal in previous else "") + goal


for goal in sorted(graph):
    print(goal, distance.get(goal, "unreachable"), way(goal) if goal in distance else "")


def components():
    left = dict.fromkeys(sorted(graph))
    while left:
        stack, part = [next(iter(left))], set()
        while stack:
            node = stack.pop()
            if node not in part:
                part.add(node)
                left.pop(node, None)
                stack.extend(graph[node].keys() - part)
        yield sorted(part)


print(*components())

parent = {node: node for node in graph}


def find(node):
    while parent[node] != node:
        parent[node] = node = parent[parent[node]]
    return node


tree = []
for length, a, b in sorted((length, *sorted((a, b))) for a in graph for b, length in graph[a].items()):
    if find(a) != find(b):
        parent[find(a)] = find(b)
        tree.append((a, b, length))
print(tree, sum(length for *_, length in tree))

names = sorted(graph)
matrix = [[0 if a == b else graph[a].get(b, inf) for b in names] for a in names]
for k in range(len(names)):
    for i in range(len(names)):
        for j in range(len(names)):
            matrix[i][j] = min(matrix[i][j], matrix[i][k] + matrix[k][j])
print("   " + "".join(f"{n:>4}" for n in names))
for letter, row in zip(names, matrix, strict=True):
    print(f"{letter:>3}" + "".join(f"{cell if cell < inf else '-':>4}" for cell in row))

import graphlib

tasks = {"shoes": {"socks", "trousers"}, "trousers": {"pants"}, "coat": {"shirt", "trousers"}, "socks": set()}
order = list(graphlib.TopologicalSorter(tasks).static_order())
print(all(order.index(x) < order.index(task) for task, needs in tasks.items() for x in needs), len(order))
tasks["pants"] = {"coat"}
try:
    list(graphlib.TopologicalSorter(tasks).static_order())
except graphlib.CycleError as error:
    print(error.args[0], len(error.args[1]))
