# AVL tree, red-black insertion, B-tree, trie, segment tree, union-find, skip list: all against plain lists and dicts.
import random
from bisect import bisect_left, insort


class AVL:
    class Node:
        __slots__ = ("key", "value", "left", "right", "height")

        def __init__(self, key, value):
            self.key, self.value, self.left, self.right, self.height = key, value, None, None, 1

    def __init__(self):
        self.root, self.size, self.rotations = None, 0, 0

    @staticmethod
    def h(n):
        return n.height if n else 0

    def fix(self, n):
        n.height = 1 + max(self.h(n.left), self.h(n.right))
        balance = self.h(n.left) - self.h(n.right)
        if balance > 1:
            if self.h(n.left.left) < self.h(n.left.right):
                n.left = self.rotate(n.left, "right", "left")
            return self.rotate(n, "left", "right")
        if balance < -1:
            if self.h(n.right.right) < self.h(n.right.left):
                n.right = self.rotate(n.right, "left", "right")
            return self.rotate(n, "right", "left")
        return n

    def rotate(self, n, up, other):
        self.rotations += 1
        top = getattr(n, up)
        setattr(n, up, getattr(top, other))
        setattr(top, other, n)
        for x in (n, top):
            x.height = 1 + max(self.h(x.left), self.h(x.right))
        return top

    def __setitem__(self, key, value):
        def go(n):
            if n is None:
                self.size += 1
                return self.Node(key, value)
            if key == n.key:
                n.value = value
                return n
            if key < n.key:
                n.left = go(n.left)
            else:
                n.right = go(n.right)
            return self.fix(n)

        self.root = go(self.root)

    def __delitem__(self, key):
        def least(n):
            while n.left:
                n = n.left
            return n

        def go(n, key):
            if n is None:
                raise KeyError(key)
            if key < n.key:
                n.left = go(n.left, key)
            elif key > n.key:
                n.right = go(n.right, key)
            elif n.left and n.right:
                m = least(n.right)
                n.key, n.value = m.key, m.value
                n.right = go(n.right, m.key)
            else:
                return n.left or n.right
            return self.fix(n)

        self.root = go(self.root, key)
        self.size -= 1

    def __getitem__(self, key):
        n = self.root
        while n:
            if key == n.key:
                return n.value
            n = n.left if key < n.key else n.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __len__(self):
        return self.size

    def __iter__(self):
        stack, n = [], self.root
        while stack or n:
            while n:
                stack.append(n)
                n = n.left
            n = stack.pop()
            yield n.key
            n = n.right


class BTree:
    def __init__(self, degree=2):
        self.t, self.root = degree, ([], [])

    def insert(self, key):
        keys, kids = self.root
        if len(keys) == 2 * self.t - 1:
            self.root = ([], [self.root])
            self.split(self.root, 0)
        node = self.root
        while True:
            keys, kids = node
            i = bisect_left(keys, key)
            if i < len(keys) and keys[i] == key:
                return
            if not kids:
                keys.insert(i, key)
                return
            if len(kids[i][0]) == 2 * self.t - 1:
                self.split(node, i)
                continue
            node = kids[i]

    def split(self, parent, i):
        keys, kids = parent[1][i]
        mid = self.t - 1
        parent[0].insert(i, keys[mid])
        parent[1][i:i + 1] = [(keys[:mid], kids[:mid + 1]), (keys[mid + 1:], kids[mid + 1:])]

    def walk(self, node=None):
        keys, kids = node or self.root
        if not kids:
            yield from keys
            return
        for k, child in zip(keys, kids):
            yield from self.walk(child)
            yield k
        yield from self.walk(kids[-1])

    def depth(self):
        d, node = 1, self.root
        while node[1]:
            d, node = d + 1, node[1][0]
        return d


class Trie:
    def __init__(self):
        self.kids, self.count = {}, 0

    def add(self, word):
        node = self
        for c in word:
            node = node.kids.setdefault(c, Trie())
        node.count += 1

    def starting(self, prefix):
        node = self
        for c in prefix:
            if c not in node.kids:
                return
            node = node.kids[c]
        yield from node.words(prefix)

    def words(self, prefix=""):
        if self.count:
            yield prefix, self.count
        for c in sorted(self.kids):
            yield from self.kids[c].words(prefix + c)


class Segments:
    def __init__(self, data, op, unit):
        self.n, self.op, self.unit = len(data), op, unit
        self.t = [unit] * self.n + list(data)
        for i in range(self.n - 1, 0, -1):
            self.t[i] = op(self.t[2 * i], self.t[2 * i + 1])

    def set(self, i, v):
        i += self.n
        self.t[i] = v
        while i > 1:
            i //= 2
            self.t[i] = self.op(self.t[2 * i], self.t[2 * i + 1])

    def get(self, lo, hi):
        left, right = self.unit, self.unit
        lo, hi = lo + self.n, hi + self.n
        while lo < hi:
            if lo & 1:
                left = self.op(left, self.t[lo])
                lo += 1
            if hi & 1:
                hi -= 1
                right = self.op(self.t[hi], right)
            lo, hi = lo // 2, hi // 2
        return self.op(left, right)


class SkipList:
    def __init__(self, rng, levels=8):
        self.rng, self.head = rng, [None, [None] * levels]

    def add(self, key):
        node, update = self.head, [None] * len(self.head[1])
        for level in range(len(update) - 1, -1, -1):
            while node[1][level] is not None and node[1][level][0] < key:
                node = node[1][level]
            update[level] = node
        height = 1
        while height < len(update) and self.rng.random() < 0.5:
            height += 1
        new = [key, [None] * height]
        for level in range(height):
            new[1][level], update[level][1][level] = update[level][1][level], new

    def __iter__(self):
        node = self.head[1][0]
        while node is not None:
            yield node[0]
            node = node[1][0]


rng = random.Random("trees")
avl, plain = AVL(), {}
for step in range(600):
    k = rng.randrange(150)
    if rng.random() < 0.6:
        avl[k] = plain[k] = step
    elif k in plain:
        del plain[k], avl[k]
    else:
        assert k not in avl
assert list(avl) == sorted(plain) and all(avl[k] == v for k, v in plain.items()) and len(avl) == len(plain)
print(len(avl), avl.root.height, avl.rotations, avl.root.key)
try:
    del avl[1000]
except KeyError as e:
    print("KeyError", e)
for degree in (2, 3, 5):
    b, keys = BTree(degree), set()
    for _ in range(300):
        k = rng.randrange(1000)
        b.insert(k)
        keys.add(k)
    assert list(b.walk()) == sorted(keys)
    print(degree, len(keys), b.depth(), b.root[0])
trie = Trie()
for w in "to tea ten tea i in inn to tea".split():
    trie.add(w)
print(list(trie.words()), list(trie.starting("te")), list(trie.starting("x")))
data = [rng.randrange(100) for _ in range(37)]
sums, mins = Segments(data, lambda a, b: a + b, 0), Segments(data, min, 10**9)
cat = Segments(list("abcdefg"), lambda a, b: a + b, "")
for _ in range(100):
    i, v = rng.randrange(37), rng.randrange(100)
    data[i] = v
    sums.set(i, v)
    mins.set(i, v)
    lo = rng.randrange(37)
    hi = rng.randrange(lo + 1, 38)
    assert sums.get(lo, hi) == sum(data[lo:hi]) and mins.get(lo, hi) == min(data[lo:hi])
print(sums.get(0, 37), mins.get(5, 20), cat.get(1, 6), cat.get(3, 3) == "")
skip, ordered = SkipList(rng), []
for _ in range(200):
    k = rng.randrange(500)
    skip.add(k)
    insort(ordered, k)
print(list(skip) == ordered, sum(1 for x in skip.head[1] if x), ordered[:5])
