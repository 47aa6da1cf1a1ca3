# tier: C
# A list grows in the known steps and shrinks when popped.
import sys
l, last = [], None
for i in range(200):
    size = sys.getsizeof(l)
    if size != last:
        print((len(l), (size - 56) // 8), end=" ")
        last = size
    l.append(i)
print()
while l:
    size = sys.getsizeof(l)
    if size != last:
        print((len(l), (size - 56) // 8), end=" ")
        last = size
    l.pop()
print(sys.getsizeof(l))
