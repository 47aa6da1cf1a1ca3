# tier: C
# What gc.collect returns for cycles of several shapes.
import gc
gc.disable()
gc.collect()
class T: pass
def ring(n):
    first = last = T()
    for _ in range(n - 1):
        t = T()
        last.next = t
        last = t
    last.next = first
ring(10)
print(gc.collect())
l = []
l.append(l)
del l
print(gc.collect())
d = {}
d["d"] = d
del d
print(gc.collect())
a, b = [], []
a.append(b)
b.append(a)
del a, b
print(gc.collect(), gc.collect())
