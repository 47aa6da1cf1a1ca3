# tier: C
# The collector clears weakrefs and calls back before any __del__.
import gc, weakref
gc.disable()
log = []
class T:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(("del", self.n, [r() for r in refs]))
refs = []
a, b = T("a"), T("b")
a.o, b.o = b, a
for t in (a, b): refs.append(weakref.ref(t, lambda r: log.append("callback")))
del a, b, t
gc.collect()
print(log)
