# sys.getsizeof of objects that answer for themselves, and its default.
import sys

for r in ("a", -1, 1.5, None, True, 2**70, 5):
    class W:
        def __sizeof__(self): return r
    for d in ((), (5,)):
        try: print(repr(r), d, sys.getsizeof(W(), *d))
        except Exception as e: print(repr(r), d, type(e).__name__, e)
class V:
    def __sizeof__(self): raise KeyError("k")
class U:
    def __sizeof__(self): raise TypeError("t")
for c in (U, V):
    for d in ((), (5,)):
        try: print(d, sys.getsizeof(c(), *d))
        except Exception as e: print(d, type(e).__name__, e)
