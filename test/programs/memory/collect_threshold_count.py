# tier: C
# strategies: arena-pools
# With small thresholds the collections can be counted.
import gc
gc.collect()
log = []
def cb(phase, info):
    if phase == "start": log.append(info["generation"])
gc.callbacks.append(cb)
gc.set_threshold(100, 3, 3)
keep = []
for i in range(3000): keep.append([i])
gc.set_threshold(0)
gc.callbacks.remove(cb)
print(len(log), log)
