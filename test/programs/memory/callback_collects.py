# tier: C
# A callback that allocates and collects.
import gc, weakref
gc.collect()
class T: pass
def cb(r):
    junk = [[i] for i in range(100)]
    print("in callback", gc.collect())
x = []
x.append(x)
del x
t = T()
r = weakref.ref(t, cb)
del t
print(r())
u = T()
u.me = u
r = weakref.ref(u, cb)
del u
print("outer", gc.collect() >= 1)
