# tier: C
# A proxy forwards operators; after the death each raises.
import weakref
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return self.v + (o.v if isinstance(o, N) else o)
    def __radd__(self, o): return o + self.v
    def __iadd__(self, o): return f"iadd {o}"
    def __getitem__(self, i): return i
    def __contains__(self, x): return x == self.v
    def __iter__(self): return iter([self.v])
    def __bool__(self): return self.v > 0
    def __eq__(self, o): return self.v == (o.v if hasattr(o, "v") else o)
    def __str__(self): return f"N{self.v}"
    def __call__(self, *a): return a
n = N(5)
p = weakref.proxy(n)
print(p + 1, 1 + p, p + p, p[3], 5 in p, list(p), bool(p), p == 5, str(p), p(1, 2), type(p).__name__, isinstance(p, N), p.__class__.__name__)
p.v = 7
del p.v
n.v = 8
q = p
q += 1
print(q, n.v)
del n
for act in (lambda: p + 1, lambda: p[0], lambda: 5 in p, lambda: list(p), lambda: bool(p), lambda: p == 5, lambda: str(p), lambda: p(), lambda: p.v, lambda: setattr(p, "x", 1), lambda: hash(p)):
    try:
        print(act())
    except (ReferenceError, TypeError) as e:
        print(type(e).__name__, e)
