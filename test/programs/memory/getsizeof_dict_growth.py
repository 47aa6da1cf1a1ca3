# tier: C
# Dict tables grow at 6, 11, 22, 43 entries.
import sys
for make in (lambda i: i, lambda i: f"k{i}"):
    d, last = {}, None
    for i in range(400):
        size = sys.getsizeof(d)
        if size != last:
            print((len(d), size), end=" ")
            last = size
        d[make(i)] = i
    print()
d = {i: i for i in range(50)}
print(sys.getsizeof(d))
for i in range(49): del d[i]
print(sys.getsizeof(d))
d[1000] = 1
print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)))
d.clear()
print(sys.getsizeof(d))
