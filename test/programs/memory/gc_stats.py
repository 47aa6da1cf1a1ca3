# tier: C
# get_stats counts collections by generation.
import gc
gc.disable()
before = gc.get_stats()
gc.collect()
gc.collect(0)
gc.collect(0)
gc.collect(1)
l = []
l.append(l)
del l
gc.collect()
after = gc.get_stats()
print([a["collections"] - b["collections"] for a, b in zip(after, before)], after[2]["collected"] - before[2]["collected"] >= 1, [a["uncollectable"] for a in after])
