# tier: C
# Garbage hanging off a cycle is collected with it, live things are not.
import gc, weakref
gc.disable()
gc.collect()
class N:
    def __init__(self, n): self.n = n
live = N("live")
def build():
    a, b = N("a"), N("b")
    a.o, b.o = b, a
    a.tail = [N("tail"), {"deep": N("deep")}]
    b.live = live
    live.weak = weakref.ref(a)
build()
print(live.weak() is not None)
print(gc.collect(), live.weak(), live.n)
def half():
    a, b = N("a"), N("b")
    a.o, b.o = b, a
    live.keep = a
half()
print(gc.collect(), live.keep.o.n)
del live.keep
print(gc.collect())
