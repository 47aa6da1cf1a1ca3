# tier: C
# One resurrecting finalizer saves what it reaches; every finalizer has run exactly once.
import gc
gc.disable()
log, keep = [], []
class T:
    def __init__(self, n): self.n = n
    def __del__(self):
        log.append(self.n)
        if self.n == "saver": keep.append(self)
a, b, c = T("saver"), T("friend"), T("stranger")
a.o, b.o = b, a
c.me = c
a.extra = T("held by saver")
del a, b, c
print(gc.collect(), sorted(log))
print(keep[0].o.n, keep[0].extra.n)
keep.clear()
log.clear()
print(gc.collect(), log)
