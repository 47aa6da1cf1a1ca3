"""Dicts and sets that grow, shrink, are copied, merged and thrown away.

Purpose: tables double their buffers again and again, so blocks of very different sizes come
and go; keys are ints, strings and tuples; views and copies share their values.
Exercises: dicts, sets, tuples, strings, resizing, large objects
Observes: nothing
Source: usual index building: inverted index, adjacency sets, grouping, counting
"""

ROUNDS = 40  # param: repetitions of the whole; 1..1000000; small 2
ITEMS = 1500  # param: items put into each table; 4..10000000; small 40


def grow_and_shrink(items):
    table = {}
    for number in range(items):
        table[number * 7919 % 100003] = (number, str(number))
    checksum = sum(value[0] for value in table.values()) + len(table)
    for key in list(table):
        if table[key][0] % 3:
            del table[key]
    for number in range(items // 2):
        table[-number] = (number, "")
    return checksum + len(table)


def inverted_index(items):
    index = {}
    for number in range(items):
        for word in (f"w{number % 17}", f"x{number % 101}", f"y{number * number % 13}"):
            index.setdefault(word, []).append(number)
    return max(len(places) for places in index.values()) * len(index)


def neighbours(items):
    near = {}
    side = max(2, int(items**0.5))
    for x in range(side):
        for y in range(side):
            near[x, y] = {(x + 1, y), (x, y + 1), ((x * y) % side, x)}
    mutual = 0
    for place, others in near.items():
        for other in sorted(others):
            if place in near.get(other, ()):
                mutual += 1
    return mutual


def set_algebra(items):
    twos = set(range(0, items, 2))
    threes = set(range(0, items, 3))
    fives = frozenset(range(0, items, 5))
    either = twos | threes
    both = twos & threes
    odd_ones = (either ^ both) - fives
    return len(either) + 3 * len(both) + 7 * len(odd_ones) + sum(odd_ones & fives)


def copies(items):
    base = {f"key{number % 200}": number for number in range(items)}
    layers = [dict(base) for _ in range(5)]
    for depth, layer in enumerate(layers):
        layer.update({f"own{depth}": depth, "shared": layer})
    merged = {}
    for layer in layers:
        merged |= layer
        layer.pop("shared")
    swapped = {value: key for key, value in base.items()}
    return len(merged) + len(swapped) + sum(len(layer) for layer in layers)


def main():
    totals = {}
    for _ in range(ROUNDS):
        for work in (grow_and_shrink, inverted_index, neighbours, set_algebra, copies):
            name = work.__name__
            totals[name] = totals.get(name, 0) + work(ITEMS)
    for name, total in totals.items():
        print(f"{name:16} {total}")


main()
