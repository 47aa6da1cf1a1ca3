# TypeError messages of wrong calls.
def a0(): pass
def a1(x): pass
def a2(x, y): pass
def a3(x, y, z): pass
def d2(x, y=1): pass
def d3(x, y=1, z=2): pass
def ko(*, k): pass
def ko2(*, k, m, n): pass
def po(x, /, y): pass
def po2(x, y, /): pass
def st(x, *rest, k=1): pass
def kw(x, **opts): pass
class C:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
    def __init__(self, *a): pass
class NoInit: pass
class Init:
    def __init__(self, a, b): pass
cases = ["a0(1)", "a0(1, 2)", "a0(x=1)", "a1()", "a1(1, 2)", "a1(1, x=2)", "a1(y=1)", "a2()", "a2(1)", "a2(y=1)", "a2(1, 2, 3)", "a3()", "a3(1)", "a3(z=1)", "d2()", "d2(1, 2, 3)", "d3()", "d3(1, 2, 3, 4)", "ko()", "ko(1)", "ko(1, k=1)", "ko(j=1)", "ko2()", "ko2(k=1)", "po(1)", "po(x=1, y=2)", "po(y=2)", "po2(x=1, y=2)", "st()", "kw()", "kw(1, 2)", "kw(1, x=1)", "C().m()", "C().m(1, 2)", "C.m()", "C.s()", "C.c()", "C().c(1, 2)", "NoInit(1)", "NoInit(x=1)", "Init()", "Init(1)", "Init(1, 2, 3)", "a2(1, 2, z=3)", "a2(x=1, x_=2)", "d3(1, zz=1)", "(lambda q: q)()", "C()()", "a1(*[1, 2, 3])", "a1(**{'x': 1, 'w': 2})", "st(1, 2, 3, j=1)", "d2(1, 2, 3, k=1)", "ko(1, 2)", "a2(1, x=1)", "object(1)", "C.m(1)"]
for case in cases:
    try:
        print(case, eval(case) and "ok")
    except TypeError as error:
        print(case, "->", error)
