# WeakValueDictionary, WeakKeyDictionary and WeakSet while everything is alive.
import weakref
class T:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"T{self.n}"
ts = [T(i) for i in range(4)]
v = weakref.WeakValueDictionary(a=ts[0])
v["b"] = ts[1]
v.update({"c": ts[2]})
print(sorted(v.items()), len(v), "a" in v, v.get("zz"), v.pop("c"), v.setdefault("d", ts[3]), sorted(v.keys()), sorted(map(repr, v.values())), dict(v) == {"a": ts[0], "b": ts[1], "d": ts[3]}, [r() for r in v.valuerefs()].count(None))
del v["a"]
print(sorted(v), v.copy()["b"], v | {"e": ts[0]} is not None)
k = weakref.WeakKeyDictionary()
for t in ts: k[t] = t.n * 10
print(sorted(k.values()), k[ts[1]], ts[2] in k, len(k), sorted(repr(x) for x in k), k.pop(ts[0]), len(k))
s = weakref.WeakSet(ts)
s.add(ts[0])
s.discard(ts[1])
print(len(s), ts[1] in s, sorted(x.n for x in s), sorted(x.n for x in s | {ts[1]}), s & {ts[0]} == weakref.WeakSet([ts[0]]), s.issuperset([ts[2]]))
for act in (lambda: v["zz"], lambda: v.__setitem__("n", 5), lambda: k[5], lambda: k.__setitem__("str", 1), lambda: s.add(5), lambda: s.remove(ts[1]), lambda: 5 in s):
    try:
        print(act())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, "T" if isinstance(e, KeyError) else e)
f = weakref.finalize(ts[0], print, "finalized", 1, end="!\n")
print(f.alive, f.peek()[1:3] == (print, ("finalized", 1)), f(), f.alive, f())
g = weakref.finalize(ts[1], print, "never")
g.detach()
print(g.alive)
h = weakref.finalize(ts[2], print, "at exit")
h.atexit = False
