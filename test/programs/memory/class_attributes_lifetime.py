# tier: B
# What a class holds dies when the class does, and that takes a collection.
import gc
gc.disable()
log = []
class T:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
def make():
    class C:
        attr = T("class attribute")
        def m(self): return self
    C().x = T("instance attribute")
make()
gc.collect()
print(sorted(log))
class D: pass
D.a = T("old")
D.a = T("new")
del D.a
gc.collect()
print(sorted(log))
