# Dicts: setdefault, pop, update, merging, defaultdict, Counter, OrderedDict, views, dicts in dicts.

from collections import Counter, OrderedDict, defaultdict


def words(count):
    state = 7
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield "w" + str((state >> 12) % 997)


def invert(table):
    result = {}
    for key, value in table.items():
        result.setdefault(value, []).append(key)
    return result


class Cache:
    def __init__(self, size):
        self.size = size
        self.items = OrderedDict()
        self.misses = 0

    def look_up(self, key):
        if key in self.items:
            self.items.move_to_end(key)
            return self.items[key]
        self.misses += 1
        self.items[key] = value = key * key % 101
        if len(self.items) > self.size:
            self.items.popitem(last=False)
        return value


def main():
    text = list(words(200000))
    counts = Counter(text)
    first = defaultdict(list)
    for place, word in enumerate(text):
        first[word].append(place)
    inverted = invert(counts)
    nested = {}
    for place, word in enumerate(text):
        branch = nested
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch["count"] = branch.get("count", 0) + place % 2
    total = 0
    table = {}
    for i in range(12000):
        update = {i % 50: i, i % 31: i + 1, "last": i}
        table.update(update)
        merged = table | update
        total += len(merged) + table.pop(i % 50)
        total += len(merged.keys() & update.keys())
    cache = Cache(64)
    for i in range(120000):
        total += cache.look_up(i * i % 257)
    for _ in range(60):
        squares = {n: n * n for n in range(1500)}
        total += sum(squares.values()) - sum(key for key in squares if squares[key] & 1)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    print(ordered[:3], len(first), len(inverted), len(nested["w"]), total, cache.misses)


main()
