# Finalizers, resurrection and counts are as in 3.13.
import gc
gc.collect()
saved = []
class R:
    def __del__(self):
        saved.append(self)
r = R()
r.me = r
del r
print(gc.collect(), len(saved))
del saved[0].me
saved.clear()
print(gc.collect(), len(saved))
