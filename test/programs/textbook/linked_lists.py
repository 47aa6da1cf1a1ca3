# Singly and doubly linked lists, reversal, merge, cycle detection.
class Node:
    def __init__(self, data, next=None): self.data, self.next = data, next
def build(xs):
    head = None
    for x in reversed(xs): head = Node(x, head)
    return head
def values(n):
    while n:
        yield n.data
        n = n.next
def reverse(n):
    prev = None
    while n: n.next, prev, n = prev, n, n.next
    return prev
def reverse_rec(n):
    if n is None or n.next is None: return n
    rest = reverse_rec(n.next)
    n.next.next, n.next = n, None
    return rest
def middle(n):
    slow = fast = n
    while fast and fast.next: slow, fast = slow.next, fast.next.next
    return slow.data if slow else None
def cycle_start(n):
    slow = fast = n
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            slow = n
            while slow is not fast: slow, fast = slow.next, fast.next
            return slow.data
    return None
def merge(a, b):
    head = tail = Node(None)
    while a and b:
        if a.data <= b.data: tail.next, a = a, a.next
        else: tail.next, b = b, b.next
        tail = tail.next
    tail.next = a or b
    return head.next
print(list(values(reverse(build([1, 2, 3])))), list(values(reverse_rec(build("abc")))), list(values(reverse(None))), middle(build([1, 2, 3, 4, 5])), middle(build([1, 2, 3, 4])), middle(None), list(values(merge(build([1, 4, 6]), build([2, 3, 7])))))
loop = build([1, 2, 3, 4, 5])
last = loop
while last.next: last = last.next
last.next = loop.next.next
print(cycle_start(loop), cycle_start(build([1, 2])))
class DList:
    class _N:
        __slots__ = ("v", "p", "n")
        def __init__(self, v): self.v = v
    def __init__(self, xs=()):
        self.root = self._N(None)
        self.root.p = self.root.n = self.root
        self.size = 0
        for x in xs: self.append(x)
    def _insert(self, v, after):
        n = self._N(v)
        n.p, n.n = after, after.n
        after.n.p = n
        after.n = n
        self.size += 1
        return n
    def append(self, v): return self._insert(v, self.root.p)
    def prepend(self, v): return self._insert(v, self.root)
    def remove(self, n):
        n.p.n, n.n.p = n.n, n.p
        self.size -= 1
        return n.v
    def __iter__(self):
        n = self.root.n
        while n is not self.root: yield n.v; n = n.n
    def __reversed__(self):
        n = self.root.p
        while n is not self.root: yield n.v; n = n.p
    def __len__(self): return self.size
d = DList([1, 2, 3])
n = d.append(4)
d.prepend(0)
print(list(d), list(reversed(d)), d.remove(n), d.remove(d.root.n), list(d), len(d), 2 in d)
