# tier: C
# A class is a cycle: only the collector frees it.
import gc, weakref
gc.disable()
gc.collect()
def make():
    class C: pass
    return weakref.ref(C)
r = make()
print(r() is None)
gc.collect()
print(r() is None)
class Base: pass
def sub():
    class S(Base): pass
    return len(Base.__subclasses__())
print(sub(), len(Base.__subclasses__()))
gc.collect()
print(len(Base.__subclasses__()))
