# tier: C
# strategies: arena-pools
# Allocation counts of the young generation.
import gc
gc.disable()
gc.collect()
def count(): return gc.get_count()[0]
class T: pass
a = count()
keep = [T() for _ in range(100)]
b = count()
print(b - a >= 100, b - a < 110)
gc.collect()
print(count() < 10)
gc.collect(0)
print(gc.get_count()[1])
gc.collect(0)
gc.collect(0)
print(gc.get_count()[1])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect()
print(gc.get_count()[1:])
