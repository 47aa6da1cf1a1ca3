# tier: C
# get_objects lists tracked containers.
import gc
gc.collect()
class Marker: pass
m = [Marker() for _ in range(3)]
objs = gc.get_objects()
print(sum(type(o) is Marker for o in objs), any(o is m for o in objs), all(gc.is_tracked(o) for o in objs[:100]), any(type(o) is int for o in objs))
young = gc.get_objects(generation=0)
print(any(o is m for o in young))
gc.collect()
print(any(o is m for o in gc.get_objects(generation=0)), any(o is m for o in gc.get_objects(generation=2)))
for bad in (3, -2):
    try:
        gc.get_objects(generation=bad)
    except ValueError as e:
        print(e)
