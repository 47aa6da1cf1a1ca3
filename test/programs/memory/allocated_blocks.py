# tier: C
# strategies: arena-pools
# sys.getallocatedblocks: differences for known objects.
import sys
class T: pass
def measure(make, n=100):
    keep = [None] * n
    before = sys.getallocatedblocks()
    for i in range(n): keep[i] = make(i)
    after = sys.getallocatedblocks()
    return round((after - before) / n, 1)
print(measure(lambda i: 1000 + i), measure(lambda i: i + 0.5), measure(lambda i: "x" * i + "y"), measure(lambda i: object()))
print(measure(lambda i: T()), measure(lambda i: {1, i}), measure(lambda i: (i, i, i)), measure(lambda i: None))
def leak_free():
    before = sys.getallocatedblocks()
    for i in range(1000):
        x = [i, {i: str(i)}]
    del x
    return sys.getallocatedblocks() - before
leak_free()
print(abs(leak_free()) <= 3)
