# tier: C
# gc.callbacks see start and stop of each collection.
import gc
gc.disable()
gc.collect()
def cb(phase, info): print(phase, sorted(info.items()))
gc.callbacks.append(cb)
gc.collect()
l = []
l.append(l)
del l
gc.collect(0)
gc.callbacks.remove(cb)
gc.collect()
print("silent")
