# tier: C
import gc
keep = []
class R:
    def __del__(self): keep.append(self)
r = R()
print(gc.is_finalized(r))
del r
print(gc.is_finalized(keep[0]), gc.is_finalized(5), gc.is_finalized([]))
class Plain: pass
print(gc.is_finalized(Plain()))
