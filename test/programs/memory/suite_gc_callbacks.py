# tier: C
# gc.callbacks: when they are called, with what, and what a collection reports to them.
import gc
class Uncollectable:
    def __init__(self, partner=None):
        self.partner = Uncollectable(partner=self) if partner is None else partner
visit = []
def cb1(phase, info):
    visit.append((1, phase, dict(info)))
    if phase == "stop" and hasattr(cb1, "cleanup"):
        gc.garbage[:] = [e for e in gc.garbage if not isinstance(e, Uncollectable)]
def cb2(phase, info):
    visit.append((2, phase, dict(info)))
gc.collect()
gc.disable()
gc.callbacks.append(cb1)
gc.callbacks.append(cb2)
gc.collect()
print(len(visit), [v[0] for v in visit], [v[1] for v in visit])
for v in visit:
    info = v[2]
    print(sorted(info), info["generation"], info["collected"], info["uncollectable"])
del visit[:]
for gen in (0, 1, 2):
    gc.collect(gen)
    print({v[2]["generation"] for v in visit}, len(visit))
    del visit[:]
x = Uncollectable()
del x
gc.collect()
print([(v[0], v[1], v[2]["collected"]) for v in visit])
del visit[:]
def broken(phase, info):
    raise ValueError(phase)
import sys
seen = []
sys.unraisablehook = lambda u: seen.append((u.exc_type.__name__, str(u.exc_value), u.object is broken))
gc.callbacks.insert(0, broken)
gc.collect(0)
print(seen, len(visit))
gc.callbacks.remove(broken)
gc.callbacks.remove(cb1)
gc.callbacks.remove(cb2)
print(gc.callbacks)
def nested(phase, info):
    print(phase, gc.collect())
gc.callbacks.append(nested)
l = []
l.append(l)
del l
print(gc.collect())
gc.callbacks.clear()
