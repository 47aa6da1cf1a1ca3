# tier: C
# gc.is_finalized is false inside a __del__ that a count of zero began, and true inside one that the collector runs.
import gc
gc.disable()
class R:
    def __del__(self):
        print("in __del__", gc.is_finalized(self), gc.is_tracked(self))
        kept.append(self)
kept = []
R()
print(gc.is_finalized(kept[0]))
kept.clear()
r = R(); r.r = r; del r
print(gc.collect(), gc.is_finalized(kept[0]))
kept.clear()
print(gc.collect())
