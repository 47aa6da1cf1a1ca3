# tier: C
# The dict of an instance is one with it: the collector sees the values through the instance, and the dict by itself only when it outlives it.
import gc, sys
gc.disable()
gc.collect()
class T: pass
t = T()
t.x = 1
d = t.__dict__
print(gc.is_tracked(d), sys.getsizeof(d) < 300, d)
t.y = []
print(gc.is_tracked(d), gc.get_referrers(t.y) == [t])
d["z"] = {}
print(gc.is_tracked(d), d)
del t
print(gc.is_tracked(d), d, [type(x).__name__ for x in gc.get_referrers(d["y"])])
t = T()
t.me = t
d = t.__dict__
del t
print(gc.collect(), d["me"].__dict__ is d)
del d
print(gc.collect())
t = T()
t.a, t.b = 1, 2
old = t.__dict__
t.__dict__ = {"c": 3}
t.d = 4
print(old, t.__dict__, vars(t))
old["e"] = t
t.old = old
del t, old
print(gc.collect())
t = T()
t.__dict__[1] = 2
t.q = []
print(gc.is_tracked(t.__dict__), sys.getsizeof(t.__dict__) > 300, t.__dict__)
t = T()
for i in range(40):
    setattr(t, "n%d" % i, i)
    t.__dict__
print(len(t.__dict__), t.n39, gc.is_tracked(t.__dict__))
c = T.__dict__
try: c["x"] = 1
except TypeError as e: print(e)
