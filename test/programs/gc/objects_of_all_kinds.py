# Everything alive survives collections in the middle of all kinds of work.
import gc
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): gc.collect(0); return self.v == o.v
    def __hash__(self): gc.collect(0); return self.v % 3
    def __lt__(self, o): gc.collect(0); return self.v < o.v
    def __add__(self, o): gc.collect(0); return T(self.v + o.v)
    def __repr__(self): gc.collect(0); return f"T{self.v}"
    def __iter__(self):
        for i in range(3):
            gc.collect(0)
            yield T(self.v + i)
    def __enter__(self): gc.collect(0); return T(self.v)
    def __exit__(self, *a): gc.collect(0); return True
    def __getattr__(self, n): gc.collect(0); return T(len(n))
    def __getitem__(self, i): gc.collect(0); return T(i)
    def __call__(self, *a, **k): gc.collect(0); return T(len(a) + len(k))
    def __format__(self, s): gc.collect(0); return f"<{self.v}{s}>"
    def __bool__(self): gc.collect(0); return self.v > 0
print({T(i): T(i * 2) for i in range(7)}, {T(1), T(1), T(4)} == {T(4), T(1)}, sorted(T(i) for i in (3, 1, 2)), max(T(1), T(5)), sum([T(1), T(2)], T(0)))
print([*T(5)], T(1) in [T(0), T(1)], [T(3)].index(T(3)), T(1).abc, T(0)[9], T(0)(1, 2, k=3), f"{T(1)} {T(2):x} {T(3)!r}", "%s %r" % (T(1), T(2)), T(0) or T(5), not T(0), T(1) if T(0) else T(2))
a, *b = T(10)
print(a, b, (lambda *x, **k: (x, k))(*T(1), k=T(2)), [x + y for x, y in zip(T(1), T(2))], dict(enumerate(T(0))), list(map(lambda t: t + t, T(1))), list(filter(None, T(0))))
with T(1) as w, T(2) as v:
    print(w, v)
    raise ValueError(T(3))
def g():
    x = yield T(1)
    y = yield x + T(1)
    return y
it = g()
print(next(it), it.send(T(5)))
try: it.send(T(9))
except StopIteration as s: print(s.value)
d = {}
d[T(1)] = T(2)
d.setdefault(T(1), T(3))
d.update({T(2): T(4)})
print(d, d.pop(T(2)), T(1) in d, d == {T(1): T(2)}, {**d, T(7): T(8)})
match [T(1), {"k": T(2)}]:
    case [T(v=1) as m, {"k": T() as n}]: print(m, n)
