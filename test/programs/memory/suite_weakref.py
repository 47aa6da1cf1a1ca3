# tier: C
# A test suite of weak references: sharing, callbacks, proxies, subclasses, comparison, hashing, the trash of cycles.
import gc, weakref, operator, sys, copy
gc.collect()
class C:
    def method(self): pass
class Callable:
    bar = None
    def __call__(self, x): self.bar = x
def create_function():
    def f(): pass
    return f
def create_bound_method():
    return C().method
class Object:
    def __init__(self, arg): self.arg = arg
    def __repr__(self): return "<Object %r>" % self.arg
    def __eq__(self, other): return self.arg == other.arg if isinstance(other, Object) else NotImplemented
    def __lt__(self, other): return self.arg < other.arg if isinstance(other, Object) else NotImplemented
    def __hash__(self): return hash(self.arg)
cbcalled = 0
def callback(ref=None):
    global cbcalled
    cbcalled += 1
def check(factory):
    o = factory()
    ref = weakref.ref(o)
    print(weakref.getweakrefcount(o), weakref.getweakrefs(o)[0] is ref, ref() is o)
    del o
    return ref() is None
print(check(C), check(create_function), check(create_bound_method))
o = C()
ref1 = weakref.ref(o); ref2 = weakref.ref(o)
print(ref1 is ref2, weakref.ref(o, None) is ref1, weakref.ref(o, callback) is ref1)
p1, p2 = weakref.proxy(o), weakref.proxy(o)
print(p1 is p2, weakref.proxy(o, callback) is p1, weakref.getweakrefcount(o))
print([type(r).__name__ for r in weakref.getweakrefs(o)])
del ref2
c1 = weakref.ref(o, callback); c2 = weakref.ref(o, callback)
print(c1 is c2, weakref.getweakrefcount(o))
del o
print(cbcalled, ref1(), c1(), c1.__callback__, c2.__callback__)
for what in (lambda: p1.foo, lambda: bool(p1), lambda: p1 == 3, lambda: p1 + 1, lambda: p1[0], lambda: repr(p1)[:14], lambda: str(p1)):
    try: print(what())
    except ReferenceError as e: print("ReferenceError", e)
a, b = Object(1), Object(1); c = Object(2)
ra, rb, rc = map(weakref.ref, (a, b, c))
print(ra == rb, ra != rb, ra == rc, hash(ra) == hash(1), {ra: 1}.get(rb))
try: ra < rb
except TypeError as e: print(e)
ha = hash(ra)
del a, b
gc.collect()
print(ra == rb, ra == ra, hash(ra) == ha)
try: hash(rb)
except TypeError as e: print(e)
x = Object(7); rx = weakref.ref(x); del x
try: hash(rx)
except TypeError as e: print(e)
class MyRef(weakref.ref):
    def __init__(self, ob, callback=None, value=42):
        super().__init__(ob, callback)
        self.value = value
    def __new__(cls, ob, callback=None, value=None):
        return super().__new__(cls, ob, callback)
    def __call__(self):
        self.called = True
        return super().__call__()
o = Object("foo")
mr = MyRef(o, value=24)
print(mr() is o, mr.called, mr.value, weakref.getweakrefcount(o), weakref.ref(o) is mr, MyRef(o) is mr)
del o
print(mr(), mr.called)
class SlotRef(weakref.ref):
    __slots__ = "slot1", "slot2"
    def __new__(type, ob, callback, slot1, slot2): return weakref.ref.__new__(type, ob, callback)
    def __init__(self, ob, callback, slot1, slot2):
        self.slot1, self.slot2 = slot1, slot2
o = Object(42)
r = SlotRef(o, None, "abc", "def")
print(r.slot1, r.slot2, r.slot1 + r.slot2, hasattr(r, "__dict__"))
class Cyc: pass
log = []
outer = Cyc(); outer.me = outer
inner = weakref.ref(outer, lambda r: log.append("outer callback"))
del outer
gc.collect()
print(log, inner())
u = Cyc(); u.me = u
u.wr = weakref.ref(u, lambda r: log.append("never"))
del u
print(gc.collect() > 0, log)
order = []
o = C()
refs = [weakref.ref(o, lambda r, i=i: order.append(i)) for i in range(4)]
del o
print(order)
o = C()
refs = [weakref.ref(o, lambda r: refs.clear()) for i in range(3)]
del o
print(refs)
class Deleter:
    def __del__(self): print("del sees", wd() is self if wd() is not None else None)
d = Deleter(); wd = weakref.ref(d); del d
print(wd())
d = Deleter(); d.me = d; wd = weakref.ref(d); del d
gc.collect()
def f(): pass
rf = weakref.ref(f)
print(copy.copy(rf) is rf, copy.deepcopy(rf) is rf, rf == copy.copy(rf))
m = weakref.WeakMethod(C().method)
print(m())
keep = C(); m = weakref.WeakMethod(keep.method)
print(m()() is None, m == weakref.WeakMethod(keep.method), hash(m) == hash(m))
del keep
print(m())
