# tier: B
# Weak references across a graph of strong ones.
import gc, weakref
gc.disable()
class N:
    def __init__(self, n): self.n = n
ns = [N(i) for i in range(10)]
for i, n in enumerate(ns):
    n.next = ns[(i + 1) % 5 if i < 5 else 5 + (i + 1) % 5]
    n.prev = weakref.ref(ns[i - 1])
rs = [weakref.ref(n) for n in ns]
d = weakref.WeakValueDictionary({n.n: n for n in ns})
first = ns[0]
del ns, n
gc.collect()
print([r() is not None for r in rs], sorted(d), first.next.next.prev().n)
first = None
gc.collect()
print([r() for r in rs], len(d))
