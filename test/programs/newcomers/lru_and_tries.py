"""Data structures by hand: LRU cache, trie, ring buffer, disjoint intervals, a binary search tree."""
from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import MutableMapping


class LRU(MutableMapping):
    def __init__(self, size, *args, **kwargs):
        self.size, self.data, self.evicted = size, OrderedDict(), []
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        self.data.move_to_end(key)
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.size:
            self.evicted.append(self.data.popitem(last=False)[0])

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


cache = LRU(3, a=1, b=2)
cache["c"] = 3
cache["a"]
cache["d"] = 4
print(list(cache), dict(cache.data), cache.evicted, "b" in cache, cache.get("b", 0), cache.pop("c"), cache.setdefault("e", 5), len(cache))
try:
    cache["nope"]
except KeyError as error:
    print("KeyError", error)


class Trie:
    def __init__(self, words=()):
        self.children, self.end = {}, False
        for word in words:
            self.add(word)

    def add(self, word):
        node = self
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.end = True

    def __iter__(self):
        if self.end:
            yield ""
        for letter, child in sorted(self.children.items()):
            yield from (letter + rest for rest in child)

    def starting_with(self, prefix):
        node = self
        for letter in prefix:
            if letter not in node.children:
                return []
            node = node.children[letter]
        return [prefix + rest for rest in node]


trie = Trie("tea ten to inn in i tent".split())
print(list(trie), trie.starting_with("te"), trie.starting_with("x"))


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        if self.root is None:
            self.root = [key, None, None]
        else:
            node = self.root
            while True:
                side = 1 if key < node[0] else 2
                if node[side] is None:
                    node[side] = [key, None, None]
                    break
                node = node[side]
        self.size += 1

    def walk(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node[1]
            node = stack.pop()
            yield node[0]
            node = node[2]

    def height(self, node=...):
        node = self.root if node is ... else node
        return 0 if node is None else 1 + max(self.height(node[1]), self.height(node[2]))


tree = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 30]:
    tree.insert(key)
print(list(tree.walk()), tree.height(), tree.size)

intervals = []
for low, high in [(5, 8), (1, 2), (2, 4), (10, 12), (7, 11), (20, 21)]:
    insort(intervals, (low, high))
merged = [intervals[0]]
for low, high in intervals[1:]:
    if low <= merged[-1][1]:
        merged[-1] = merged[-1][0], max(high, merged[-1][1])
    else:
        merged.append((low, high))
print(merged, bisect_left(merged, (5,)), sum(high - low for low, high in merged))
