# Container classes written the textbook way.
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
class Stack:
    def __init__(self, items=()):
        self.head, self.n = None, 0
        for x in items:
            self.push(x)
    def push(self, x):
        self.head = Node(x, self.head)
        self.n += 1
    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty stack")
        node, self.head = self.head, self.head.next
        self.n -= 1
        return node.value
    def __len__(self):
        return self.n
    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next
    def __repr__(self):
        return f"Stack({list(self)})"
s = Stack([1, 2, 3])
print(s, len(s), s.pop(), list(s), 2 in s, bool(s), [*s], max(s))
while s:
    s.pop()
try:
    s.pop()
except IndexError as error:
    print(error)
class Ring:
    def __init__(self, size):
        self.data, self.start, self.count = [None] * size, 0, 0
    def put(self, x):
        end = (self.start + self.count) % len(self.data)
        self.data[end] = x
        if self.count < len(self.data):
            self.count += 1
        else:
            self.start = (self.start + 1) % len(self.data)
    def __getitem__(self, i):
        if not -self.count <= i < self.count:
            raise IndexError(i)
        return self.data[(self.start + i % self.count) % len(self.data)]
r = Ring(3)
for i in range(5):
    r.put(i)
    print(list(r), r[-1], end="; ")
print()
class Tree:
    def __init__(self):
        self.root = None
    def insert(self, k):
        def go(n):
            if n is None:
                return [k, None, None]
            i = 1 if k < n[0] else 2
            n[i] = go(n[i])
            return n
        self.root = go(self.root)
    def __iter__(self):
        def go(n):
            if n:
                yield from go(n[1])
                yield n[0]
                yield from go(n[2])
        return go(self.root)
t = Tree()
for k in (5, 2, 8, 1, 9, 3):
    t.insert(k)
print(list(t), t.root)
