# tier: C
# get_referrers and get_referents.
import gc
class T: pass
t = T()
holder = [t]
other = {"k": t}
r = gc.get_referrers(t)
print(any(x is holder for x in r), any(x is other for x in r), any(x is globals() for x in r))
inner = []
outer = [1, inner, "x", inner]
print(gc.get_referents(outer) == outer, len(gc.get_referents(outer, {"a": 5})), gc.get_referents(5, "x"), gc.get_referents((1, 2)), gc.get_referents())
d = {"k": inner}
print(any(x is inner for x in gc.get_referents(d)), gc.get_referrers("no such string " + str(5)))
t.attr = inner
print(any(x is inner for x in gc.get_referents(t)), any(x is T for x in gc.get_referents(t)))
