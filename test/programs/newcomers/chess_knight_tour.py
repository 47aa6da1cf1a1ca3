"""Knight moves: shortest ways by breadth-first search, and a tour by Warnsdorff's rule."""
from collections import deque
from functools import cache
from itertools import product

JUMPS = [(a, b) for a, b in product((-2, -1, 1, 2), repeat=2) if abs(a) != abs(b)]
SIZE = 6


def square(name):
    column, row = name
    return ord(column) - ord("a"), int(row) - 1


def name(place):
    return f"{chr(ord('a') + place[0])}{place[1] + 1}"


@cache
def targets(place):
    return tuple((place[0] + a, place[1] + b) for a, b in JUMPS if 0 <= place[0] + a < SIZE and 0 <= place[1] + b < SIZE)


def shortest(start, goal):
    before = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == goal:
            way = []
            while here is not None:
                way.append(here)
                here = before[here]
            return way[::-1]
        for there in targets(here):
            if there not in before:
                before[there] = here
                waiting.append(there)


def tour(start):
    seen = {start: 1}
    here = start
    while True:
        options = [t for t in targets(here) if t not in seen]
        if not options:
            return seen
        here = min(options, key=lambda t: (sum(u not in seen for u in targets(t)), t))
        seen[here] = len(seen) + 1


for start, goal in (("a1", "f6"), ("a1", "b2"), ("c3", "c3")):
    way = shortest(square(start), square(goal))
    print(f"{start}-{goal}: {len(way) - 1} moves:", " ".join(map(name, way)))

done = tour((0, 0))
print("visited", len(done), "of", SIZE * SIZE)
for row in range(SIZE)[::-1]:
    print(f"{row + 1} |" + "".join(f"{done.get((column, row), 0):4d}" for column in range(SIZE)))
print("   " + "".join(f"{letter:>4}" for letter in "abcdef"))
print(targets.cache_info())
histogram = {}
for place in product(range(SIZE), repeat=2):
    histogram[len(targets(place))] = histogram.get(len(targets(place)), 0) + 1
print(dict(sorted(histogram.items())), sum(k * v for k, v in histogram.items()))
assert all(b in targets(a) for a, b in zip(done, list(done)[1:])), "not a tour"
