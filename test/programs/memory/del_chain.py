# tier: C
# A chain dies head to tail.
class N:
    def __init__(self, n, next): self.n, self.next = n, next
    def __del__(self): print(self.n, end=" ")
head = None
for i in range(8):
    head = N(i, head)
head = None
print("chain")
head = None
for i in range(8):
    head = N(i, head)
while head.next: head = head.next
print("walked")
del head
print("last")
