# tier: C
# Frozen objects are left alone until unfreeze.
import gc
gc.disable()
gc.collect()
gc.unfreeze()
print(gc.get_freeze_count())
l = []
l.append(l)
gc.freeze()
print(gc.get_freeze_count() > 0, gc.get_count()[0] <= 1)
del l
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect() >= 1)
