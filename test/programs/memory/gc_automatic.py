# tier: C
# strategies: arena-pools
# Automatic collection comes after 2000 net allocations, at a safepoint.
import gc
gc.collect()
seen = []
def cb(phase, info):
    if phase == "stop": seen.append(info["generation"])
gc.callbacks.append(cb)
keep = []
for i in range(50000):
    keep.append([])
gc.callbacks.remove(cb)
print(len(seen), seen)
