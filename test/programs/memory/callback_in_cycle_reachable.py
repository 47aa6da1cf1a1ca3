# tier: C
# Weakrefs to trash: callbacks of reachable references run, those of trash references do not.
import gc, weakref
gc.disable()
class T:
    def __init__(self, n): self.n = n
log = []
a = T("a")
a.me = a
outside = weakref.ref(a, lambda r: log.append("outside"))
a.inside = weakref.ref(a, lambda r: log.append("inside"))
del a
gc.collect()
print(log, outside())
b, c = T("b"), T("c")
b.o, c.o = c, b
b.watch = weakref.ref(c, lambda r: log.append("b watches c"))
del b, c
gc.collect()
print(log)
