# Weak references to living objects: identity, equality, hash, proxies, refused types.
import weakref
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)
    def hi(self): return f"hi {self.n}"
    def __len__(self): return self.n
    def __getitem__(self, i): return i * self.n
    def __call__(self, x): return x + self.n
a, b = T(1), T(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra == rb, ra is rb, hash(ra) == hash(a), ra() is a, weakref.ref(a) is ra, {ra: "x"}[rb], ra != rb)
p = weakref.proxy(a)
p.n = 5
print(a.n, p.hi(), len(p), p[3], p(10), p == a, isinstance(p, T), type(p).__name__, bool(p), p.__class__ is T)
for bad in (5, "s", (), None, [], {}, 1.5, object()):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
class S:
    __slots__ = ("x",)
class W:
    __slots__ = ("x", "__weakref__")
try:
    weakref.ref(S())
except TypeError as e:
    print(e)
w = W()
print(weakref.ref(w)() is w)
def f(): pass
class L(list): pass
l = L([1])
s = {1}
fs = frozenset([1])
g = (i for i in ())
print([weakref.ref(x)() is x for x in (f, T, l, s, fs, g, weakref)])
try:
    hash(weakref.proxy(a))
except TypeError as e:
    print(e)
print(weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), weakref.getweakrefcount(5), ra.__callback__)
class R(weakref.ref):
    def __init__(self, o, tag): super().__init__(o); self.tag = tag
    def __new__(cls, o, tag): return super().__new__(cls, o)
r = R(a, "tagged")
print(r.tag, r() is a, r is ra)
m = weakref.WeakMethod(a.hi)
print(m()(), m() == a.hi)
for bad in (lambda: weakref.ref(), lambda: weakref.ref(a, 1, 2), lambda: weakref.ref(a, callback=print), lambda: ra(1)):
    try:
        bad()
        print("ok")
    except TypeError as e:
        print(e)
