# tier: C
# Statements leave counts balanced.
import sys
class T:
    def __enter__(self): return self
    def __exit__(self, *a): return True
t = T()
base = sys.getrefcount(t)
def check(label, f):
    for _ in range(5): f()
    now = sys.getrefcount(t)
    print(label, "ok" if now == base else now - base)
def loops():
    for x in [t, t]:
        if x is t: continue
    for x in [t]: break
    while True:
        y = t
        break
def withs():
    with t as x: raise ValueError(x)
    with t as x, t as y: pass
def tries():
    try: raise KeyError(t)
    except KeyError as e: z = e.args
    finally: w = t
def returns_in_finally():
    try: return t
    finally: return None
def closures():
    x = t
    def f(): return x
    def g():
        nonlocal x
        x = t
    f(); g()
def comps():
    [x for x in [t] if x]
    {x: x for x in [t]}
    list(x for x in [t])
def gens():
    def g():
        x = yield t
        yield x
    it = g()
    next(it)
    it.send(t)
def unfinished():
    def g():
        x = t
        yield x
    next(g())
def matches():
    match [t, {"k": t}]:
        case [T() as a, {"k": b}]: pass
def classes():
    class C:
        attr = t
    C.attr = None
    C().x = t
def dels():
    x = t
    del x
    l = [t, t]
    del l[0]
    l[0] = t
def globs():
    global g_name
    g_name = t
    del g_name
def augmented():
    l = [t]
    l += [t]
    l *= 3
def star():
    a, *b = [t, t, t]
    (c, d), e = (t, t), t
def decorators():
    def deco(x): return lambda f: f
    @deco(t)
    def f(): pass
def asserts():
    try: assert not t, t
    except AssertionError: pass
for f in (loops, withs, tries, returns_in_finally, closures, comps, gens, unfinished, matches, dels, globs, augmented, star, decorators, asserts):
    check(f.__name__, f)
import gc
classes()
gc.collect()
print("classes", sys.getrefcount(t) - base)
