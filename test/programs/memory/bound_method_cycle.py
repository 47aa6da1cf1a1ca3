# tier: C
# A bound method holds its object; storing it in the object makes a cycle.
import gc
gc.disable()
gc.collect()
class T:
    def __init__(self, n): self.n = n
    def hi(self): return self.n
    def __del__(self): print("del", self.n)
m = T("temp").hi
print(m())
del m
t = T("cycle")
t.m = t.hi
del t
print("not yet")
print(gc.collect())
