# tier: C
# Built-in operations leave counts balanced.
import sys
class T:
    def __lt__(self, o): return False
    def __eq__(self, o): return self is o
    def __hash__(self): return 1
t = T()
base = sys.getrefcount(t)
def check(label, act):
    for _ in range(5):
        try: act()
        except Exception: pass
    now = sys.getrefcount(t)
    print(label, "ok" if now == base else now - base)
l = [t] * 3
del l
d = {}
check("sort", lambda: sorted([t, t, t]))
check("sort key", lambda: sorted([t, t], key=lambda x: x))
check("index", lambda: [t].index(t))
check("index missing", lambda: [1].index(t))
check("count", lambda: [t, t].count(t))
check("remove", lambda: [t].remove(t))
check("in", lambda: t in [1, t])
check("dict get", lambda: {t: t}.get(t))
check("dict missing", lambda: d[t])
check("dict set", lambda: d.__setitem__(t, t))
d.clear()
check("setdefault", lambda: {}.setdefault(t, t))
check("pop", lambda: {t: t}.pop(t))
check("popitem", lambda: {t: t}.popitem())
check("update", lambda: {}.update({t: t}))
check("set ops", lambda: {t} | {t} & {t} - {t} ^ {t})
check("zip", lambda: list(zip([t], [t])))
check("map", lambda: list(map(lambda x: x, [t])))
check("enumerate", lambda: dict(enumerate([t])))
check("slices", lambda: [t, t][::-1][:1])
check("concat", lambda: [t] + [t] * 2)
check("unpack", lambda: (lambda a, *b: None)(*[t, t]))
check("kwargs", lambda: (lambda **k: None)(**{"a": t}))
check("getattr default", lambda: getattr(t, "nope", t))
check("getattr fail", lambda: t.nope)
check("isinstance", lambda: isinstance(t, (int, T)))
check("format", lambda: f"{t}")
check("call fails", lambda: t(t))
check("add fails", lambda: t + t)
check("raise", lambda: (_ for _ in ()).throw(ValueError(t)))
check("max", lambda: max(t, t))
check("tuple compare", lambda: (t, 1) < (t, 2))
check("iter sentinel", lambda: list(iter(lambda: t, t)))
check("star list", lambda: [*[t], *(t,)])
check("dict display", lambda: {**{"k": t}})
check("reversed", lambda: list(reversed([t])))
check("yield", lambda: list((lambda: (yield t))()))
