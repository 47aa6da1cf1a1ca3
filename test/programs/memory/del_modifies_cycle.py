# tier: C
# A finalizer that breaks its own cycle.
import gc
gc.disable()
gc.collect()
class T:
    def __init__(self, n): self.n = n
    def __del__(self):
        print("del", self.n)
        self.o = None
a, b = T("a"), T("b")
a.o, b.o = b, a
del a, b
print(gc.collect())
print(gc.collect())
