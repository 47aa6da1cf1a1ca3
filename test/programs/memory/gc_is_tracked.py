# tier: C
# Which objects the collector tracks.
import gc
class T: pass
class S:
    __slots__ = ()
def gen(): yield 1
print([gc.is_tracked(x) for x in (1, 1.5, "s", b"b", None, True, object(), range(3), iter(range(3)), bytearray())])
print([gc.is_tracked(x) for x in ([], [1], set(), frozenset(), (), T(), S(), gen, gen(), lambda: 0, slice(1), T().__init__, iter([]), enumerate([]), ValueError(), T)])
print([gc.is_tracked(x) for x in ({}, {"a": 1}, {"a": []}, {1: (1, 2)}, {"a": {}})])
d = {}
d["x"] = 1
print(gc.is_tracked(d))
d["y"] = []
print(gc.is_tracked(d))
del d["y"]
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(d))
t = tuple([1, 2, "x"])
print(gc.is_tracked(t))
gc.collect()
print(gc.is_tracked(t))
u = (1, tuple([2, 3]))
u = tuple([tuple([1, 2]), 3])
print(gc.is_tracked(u))
gc.collect()
print(gc.is_tracked(u))
gc.collect()
print(gc.is_tracked(u))
