# tier: C
import sys
# Set tables.
s, last = set(), None
for i in range(500):
    size = sys.getsizeof(s)
    if size != last:
        print((len(s), size), end=" ")
        last = size
    s.add(i)
print()
for i in range(490): s.discard(i)
print(sys.getsizeof(s), sys.getsizeof(s.copy()), sys.getsizeof(set(s)), sys.getsizeof(frozenset(s)))
s.clear()
print(sys.getsizeof(s))
