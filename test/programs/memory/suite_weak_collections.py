# tier: C
# WeakValueDictionary, WeakKeyDictionary and WeakSet: deaths while they are looked at, copied, iterated and changed.
import gc, weakref, copy
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"<O {self.n}>"
    def __eq__(self, other): return isinstance(other, O) and self.n == other.n
    def __hash__(self): return hash(self.n)
def values(): 
    objects = [O(i) for i in range(5)]
    return weakref.WeakValueDictionary((o.n, o) for o in objects), objects
d, objects = values()
print(len(d), sorted(d), d[2], d.get(9), 3 in d, 9 in d)
del objects[1:3]
print(len(d), sorted(d.items(), key=lambda p: p[0]), list(d.keys()), [r().n for r in d.valuerefs()], sorted(r().n for r in d.itervaluerefs()))
it = iter(d.items())
print(next(it))
del objects[:]
print(list(it), len(d))
del it
print(len(d))
d, objects = values()
print(d.pop(0), d.setdefault(0, objects[0]), d.popitem()[0], len(d))
d.update({7: objects[0]})
e = d.copy(); f = copy.deepcopy(d)
print(sorted(e), sorted(f), d == e, e is d)
d |= {8: objects[1]}
print(sorted(d), sorted((d | {9: objects[2]})), type(d | {}).__name__)
try: d[99]
except KeyError as k: print("KeyError", k)
d.clear(); print(len(d), bool(d), repr(d)[:25])
keys = [O(i) for i in range(4)]
k = weakref.WeakKeyDictionary((o, o.n * 10) for o in keys)
print(len(k), k[O(2)], k.get(O(9)), O(1) in k, 5 in k, sorted(k.values()))
del keys[1]
print(len(k), sorted(o.n for o in k), [r().n for r in k.keyrefs()])
for o in k:
    if len(keys) > 1:
        del o
        keys.pop()
        break
gc.collect()
print(len(k))
try: k["not weakly referencable"] = 1
except TypeError as e: print(e)
print(k.setdefault(keys[0], 5), k.pop(keys[0]), len(k), k.pop(keys[0], "none"))
items = [O(i) for i in range(6)]
s = weakref.WeakSet(items)
print(len(s), O(3) in s, 7 in s, sorted(o.n for o in s), s == weakref.WeakSet(items), s.isdisjoint([O(9)]))
del items[2:]
print(len(s), sorted(o.n for o in s | {O(0)}), len(s & {items[0]}), sorted(o.n for o in s - {items[0]}), len(s ^ {items[1]}))
s.add(items[0]); s.discard(O(99)); 
try: s.remove(O(99))
except KeyError as e: print("KeyError", e.args[0]() if isinstance(e.args[0], weakref.ref) else e.args[0])
print(s.pop().n in (0, 1), len(s)); s.clear(); print(len(s), not s)
class Cyc: pass
w = weakref.WeakValueDictionary(); x = Cyc(); x.me = x; w["x"] = x; del x
print("x" in w, gc.collect(), "x" in w, len(w))
w = weakref.WeakSet(); x = Cyc(); x.s = w; w.add(x); del x
print(len(w)); gc.collect(); print(len(w))
