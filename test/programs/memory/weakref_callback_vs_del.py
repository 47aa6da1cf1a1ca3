# tier: C
# On the refcount path __del__ comes first with weakrefs still valid, then the callbacks.
import weakref
class T:
    def __del__(self): print("del, ref is alive:", r() is self)
t = T()
r = weakref.ref(t, lambda _: print("callback, ref is dead:", r() is None))
del t
print("--")
import gc
class C:
    def __del__(self): print("cycle del, ref:", rc())
c = C()
c.me = c
rc = weakref.ref(c, lambda _: print("cycle callback"))
del c
gc.collect()
