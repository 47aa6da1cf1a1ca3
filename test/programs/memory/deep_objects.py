# tier: C
# A long chain of objects with finalizers.
count = 0
class N:
    __slots__ = ("next",)
    def __init__(self, next): self.next = next
    def __del__(self):
        global count
        count += 1
head = None
for _ in range(50_000): head = N(head)
print(count)
head = None
print(count)
class P:
    pass
p = None
for _ in range(50_000):
    q = P()
    q.next = p
    p = q
del p, q
print("plain chain too")
