# tier: C
# If __del__ resurrects, the weak reference stays (refcount path) or is cleared (collector path).
import gc, weakref
keep = []
class T:
    def __del__(self): keep.append(self)
t = T()
r = weakref.ref(t, lambda _: print("callback 1"))
del t
print(r() is keep[0])
keep.clear()
print(r())
t = T()
t.me = t
r = weakref.ref(t, lambda _: print("callback 2"))
del t
gc.collect()
print(r(), len(keep))
