# Eleven young collections to one of the middle generation.
import gc
gc.collect()
generations = []
def note(phase, info):
    if phase == "start":
        generations.append(info["generation"])
gc.callbacks.append(note)
keep = [[] for _ in range(20000)]
gc.callbacks.clear()
print(generations[:24])
