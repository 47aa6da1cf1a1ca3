# Unusual keyword arguments: order kept, odd names, self and cls, shadowing.
def f(**kw): return list(kw.items())
print(f(z=1, a=2, **{"m": 3, "not ident": 4, "": 5}), f(self=1, cls=2, kw=3, f=4))
def g(self, /, **kw): return self, kw
print(g(1, self=2))
def h(a, *, key=None, **rest): return a, key, rest
print(h(1, key=len, other=2), h(a="kw"))
class C:
    def __init__(self, /, **kw): self.__dict__.update(kw)
c = C(self=1, x=2)
print(vars(c))
print(dict(self=1, dict=2), dict([("a", 1)], a=2), "{self}".format(self=5))
print((lambda **kw: kw)(print=1, None_=2), max([1, 2], key=lambda x: -x, default=0))
def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, *rest): return a0 + a9, len(rest)
print(many(*range(300)), f(**{f"k{i}": i for i in range(300)})[-1])
def kwd(*, a, b=2, **c): return a, b, c
print(kwd(a=1), kwd(b=3, a=4, z=5), kwd(**{"a": 0}))
for act in (lambda: kwd(), lambda: kwd(1), lambda: g(self=1), lambda: f(**{1: 2}), lambda: f(*[], **None), lambda: dict(**{"a": 1}, **{"a": 2}), lambda: h(1, a=2), lambda: C(1)):
    try:
        print(act())
    except TypeError as e:
        print(e)
