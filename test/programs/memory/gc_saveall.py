# tier: C
# DEBUG_SAVEALL keeps the garbage in gc.garbage.
import gc
gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
l = ["marker"]
l.append(l)
del l
print(gc.collect(), len(gc.garbage), gc.garbage[0][0], gc.garbage[0][1] is gc.garbage[0])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
