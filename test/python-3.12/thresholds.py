# The youngest generation is collected after 700 allocations.
import gc
print(gc.get_threshold())
gc.collect()
gc.set_threshold(700)
moments = []
keep = []
def note(phase, info):
    if phase == "stop":
        moments.append((len(keep), info["generation"]))
gc.callbacks.append(note)
for i in range(3000):
    keep.append([])
gc.callbacks.clear()
steps = [later - earlier for (earlier, _), (later, _) in zip(moments, moments[1:])]
print(len(moments), all(695 <= step <= 702 for step in steps), {generation for _, generation in moments})
