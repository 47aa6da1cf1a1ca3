# Positional-only, keyword-only, defaults, star parameters: all binding forms.
def f(a, b, /, c, d=4, *args, e, g=7, **kw):
    return (a, b, c, d, args, e, g, kw)
print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5))
print(f(1, 2, 3, 0, 9, 9, e=5, g=1, z=2))
print(f(1, 2, 3, e=5, a="kw a", b="kw b"))
def k(*, x, y=2):
    return x, y
print(k(x=1), k(y=0, x=5))
def p(x, /):
    return x
print(p(3))
def s(*args):
    return args
print(s(), s(1), s(*[1, 2], 3))
def w(**kw):
    return kw
print(w(), w(b=1, a=2), list(w(z=1, y=2, x=3)))
def d(a, b=2, *, c=3):
    return a, b, c
print(d(1), d(1, c=0), d(b=5, a=4), d(*(1, 2), **{"c": 9}))
def none():
    pass
print(none(), (lambda: None)())
def multi():
    return 1, 2
print(multi())
