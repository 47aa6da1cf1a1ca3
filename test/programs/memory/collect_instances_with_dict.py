# tier: C
# An instance with inline attributes counts once; a materialised dict counts too.
import gc
gc.disable()
gc.collect()
class T: pass
def inline():
    t = T()
    t.me = t
def materialised():
    t = T()
    t.me = t
    t.__dict__
def slots():
    class S:
        __slots__ = ("me",)
    return S
S = slots()
def slotted():
    s = S()
    s.me = s
for f in (inline, materialised, slotted):
    f()
    print(f.__name__, gc.collect())
