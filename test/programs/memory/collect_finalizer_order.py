# tier: C
# Finalizers of a dead cycle run in allocation order.
import gc
gc.disable()
gc.collect()
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
ts = [T(i) for i in range(5)]
for i, t in enumerate(ts):
    t.next = ts[(i + 2) % 5]
del ts, t
print(gc.collect())
a = T("a")
b = T("b")
b.o = a
a.o = b
del b, a
print(gc.collect())
