"""Graph search: shortest paths and components in a random graph.

Purpose: a graph of node objects with adjacency lists stays alive for the whole run while each
search makes a frontier, a table of predecessors and many tuples, and drops them all at once.
Exercises: long-lived data, bulk deaths, dicts, tuples, deques, cycles
Observes: nothing
Source: Dijkstra (1959) with a binary heap; Moore's breadth-first search (1959); Tarjan (1972)
"""

import random
from collections import deque

NODES = 1500  # param: nodes of the graph; 3..1000000; small 20
DEGREE = 4  # param: edges that leave a node, on average; 1..100; small 2
SEARCHES = 15  # param: searches of each kind; 1..1000000; small 2
SEED = 1  # param: seed of the graph; 0..2147483647; small 1


class Node:
    __slots__ = ("number", "edges")

    def __init__(self, number):
        self.number = number
        self.edges = []


def make_graph(nodes, degree, seed):
    dice = random.Random(seed)
    graph = [Node(number) for number in range(nodes)]
    for _ in range(nodes * degree):
        start, end = dice.choice(graph), dice.choice(graph)
        start.edges.append((end, dice.randint(1, 100)))
    return graph


def push(heap, item):
    heap.append(item)
    place = len(heap) - 1
    while place > 0:
        parent = (place - 1) >> 1
        if heap[parent] <= item:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def pop(heap):
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    place = 0
    size = len(heap)
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[place] = heap[child]
        place = child
    heap[place] = last
    return least


def cheapest(graph, start):
    """Distances from the start, by number."""
    distance = {start: 0}
    heap = [(0, start)]
    while heap:
        cost, number = pop(heap)
        if cost > distance[number]:
            continue
        for end, weight in graph[number].edges:
            through = cost + weight
            if through < distance.get(end.number, 1 << 60):
                distance[end.number] = through
                push(heap, (through, end.number))
    return distance


def fewest_hops(graph, start, goal):
    """One path with the fewest edges, or None."""
    came_from = {start: None}
    frontier = deque([start])
    while frontier:
        number = frontier.popleft()
        if number == goal:
            path = []
            while number is not None:
                path.append(number)
                number = came_from[number]
            return path[::-1]
        for end, _ in graph[number].edges:
            if end.number not in came_from:
                came_from[end.number] = number
                frontier.append(end.number)
    return None


def components(graph):
    """Sizes of the strongly connected components, largest first; without recursion."""
    index = {}
    low = {}
    on_stack = set()
    stack = []
    sizes = []
    for root in graph:
        if root.number in index:
            continue
        work = [(root, iter(root.edges))]
        index[root.number] = low[root.number] = len(index)
        stack.append(root.number)
        on_stack.add(root.number)
        while work:
            node, edges = work[-1]
            for end, _ in edges:
                if end.number not in index:
                    index[end.number] = low[end.number] = len(index)
                    stack.append(end.number)
                    on_stack.add(end.number)
                    work.append((end, iter(end.edges)))
                    break
                if end.number in on_stack:
                    low[node.number] = min(low[node.number], index[end.number])
            else:
                work.pop()
                if work:
                    parent = work[-1][0].number
                    low[parent] = min(low[parent], low[node.number])
                if low[node.number] == index[node.number]:
                    size = 0
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        size += 1
                        if member == node.number:
                            break
                    sizes.append(size)
    return sorted(sizes, reverse=True)


def main():
    graph = make_graph(NODES, DEGREE, SEED)
    reached = farthest = hops = 0
    for search in range(SEARCHES):
        start = search * 97 % NODES
        distance = cheapest(graph, start)
        reached += len(distance)
        farthest = max(farthest, max(distance.values()))
        path = fewest_hops(graph, start, (start * 31 + 7) % NODES)
        hops += len(path) - 1 if path else 0
    sizes = components(graph)
    print("nodes reached:", reached)
    print("largest distance:", farthest)
    print("hops on the shortest paths:", hops)
    print("components:", len(sizes), "largest:", sizes[0])


main()
