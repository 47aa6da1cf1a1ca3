# An object keeps its id for life, however much the heap around it changes.
import gc
class T: pass
objs = [T(), [], {}, "str" + str(5), 10**20 + len("x"), (1, [2]), lambda: 0, {1, 2}]
ids = [id(o) for o in objs]
junk = []
for i in range(2000):
    junk.append([i, {"k": [i]}])
    if i % 100 == 0:
        del junk[:50]
        gc.collect()
objs[1].extend(range(1000))
objs[2].update((i, i) for i in range(1000))
objs[7].update(range(1000))
objs[0].attr = 1
gc.collect()
print(ids == [id(o) for o in objs], len(set(ids)), all(isinstance(i, int) and i > 0 for i in ids))
a = objs[1]
a += [1]
print(id(a) == ids[1])
m = {id(o): i for i, o in enumerate(objs)}
print([m[id(o)] for o in objs])
