# tier: C
# Objects move to older generations; young collections miss old garbage.
import gc
gc.disable()
gc.collect()
def cyc():
    l = []
    l.append(l)
    return l
a = cyc()
gc.collect(0)
del a
print(gc.collect(0), gc.collect(1))
a = cyc()
gc.collect(0)
gc.collect(1)
del a
print(gc.collect(0), gc.collect(1), gc.collect(2))
b = cyc()
del b
print(gc.collect(0))
