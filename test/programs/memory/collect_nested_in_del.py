# tier: C
# A collection asked for inside a finalizer returns 0.
import gc
gc.disable()
gc.collect()
class T:
    def __del__(self): print("nested", gc.collect())
t = T()
t.me = t
del t
print(gc.collect())
class P:
    def __del__(self): print("from refcount", gc.collect())
x = []
x.append(x)
p = P()
del x
del p
