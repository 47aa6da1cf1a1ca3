# tier: C
# Finalizers in a cycle may use each other: nothing is torn down before all have run.
import gc
gc.disable()
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, "sees", self.other.n, self.other.data)
a, b = T("a"), T("b")
a.other, b.other = b, a
a.data, b.data = [1], {2: 3}
del a, b
gc.collect()
