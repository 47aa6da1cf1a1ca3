# tier: C
# Return values when finalizers resurrect.
import gc
gc.disable()
gc.collect()
keep = []
class R:
    def __del__(self):
        print("del")
        keep.append(self)
r = R()
r.me = r
del r
print(gc.collect(), len(keep))
keep.clear()
print(gc.collect(), len(keep))
class Part:
    def __del__(self): print("part del")
r = R()
r.part = Part()
r.part.owner = r
del r
print(gc.collect(), len(keep), hasattr(keep[0], "part"))
keep.clear()
print(gc.collect())
