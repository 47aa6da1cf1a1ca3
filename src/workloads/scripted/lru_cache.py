"""LRU cache: a table over a doubly linked list, under a skewed stream of keys.

Purpose: entries are found through a dict, moved to the front of a ring at every hit and
thrown out from its back when the cache is full. An entry dies in middle age, after many
stores into it, and is part of a cycle until it is unlinked.
Exercises: dicts, doubly linked lists, pointer mutation, middle-aged deaths, strings
Observes: nothing
Source: the usual cache behind functools.lru_cache, written out; keys by a power law
"""

CAPACITY = 1500  # param: entries that fit; 2..1000000; small 12
REQUESTS = 130000  # param: look-ups made; 1..100000000; small 300
KEYS = 12000  # param: different keys; 2..10000000; small 60


class Entry:
    __slots__ = ("key", "value", "newer", "older")

    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.newer = self
        self.older = self


class Cache:
    def __init__(self, capacity, load):
        self.capacity = capacity
        self.load = load
        self.entries = {}
        self.ring = Entry(None, None)
        self.hits = 0
        self.misses = 0
        self.thrown_out = 0

    def unlink(self, entry):
        entry.newer.older = entry.older
        entry.older.newer = entry.newer

    def link_first(self, entry):
        ring = self.ring
        entry.older = ring.older
        entry.newer = ring
        ring.older.newer = entry
        ring.older = entry

    def get(self, key):
        entry = self.entries.get(key)
        if entry is not None:
            self.hits += 1
            self.unlink(entry)
        else:
            self.misses += 1
            if len(self.entries) >= self.capacity:
                oldest = self.ring.newer
                self.unlink(oldest)
                del self.entries[oldest.key]
                self.thrown_out += 1
            entry = Entry(key, self.load(key))
            self.entries[key] = entry
        self.link_first(entry)
        return entry.value

    def newest_first(self):
        entry = self.ring.older
        while entry is not self.ring:
            yield entry.key
            entry = entry.older


def load(key):
    return [f"record {key}", key * key % 9973]


def skewed_keys(count, keys):
    """Low keys come often: the product of two uniform draws, by a small congruential generator."""
    state = 12345
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        first = state >> 8
        state = (state * 1103515245 + 12345) % 2147483648
        yield (first % keys) * ((state >> 8) % keys) // keys


def main():
    cache = Cache(CAPACITY, load)
    checksum = 0
    for key in skewed_keys(REQUESTS, KEYS):
        checksum = (checksum + cache.get(key)[1]) % 1000003
    order = list(cache.newest_first())
    print("hits:", cache.hits, "misses:", cache.misses, "thrown out:", cache.thrown_out)
    print("entries:", len(cache.entries), "in the ring:", len(order))
    print("newest:", order[:5])
    print("checksum:", checksum)


main()
