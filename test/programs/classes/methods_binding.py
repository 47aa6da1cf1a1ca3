# Bound methods, static and class methods, functions as attributes.
class A:
    def m(self, x=0):
        return (type(self).__name__, x)
    @classmethod
    def c(cls, x=0):
        return (cls.__name__, x)
    @staticmethod
    def s(x=0):
        return ("static", x)
class B(A):
    pass
a, b = A(), B()
print(a.m(1), A.m(a, 2), B.m(b), a.c(3), A.c(4), B.c(), b.c(), a.s(5), A.s(), B.s(6))
f = a.m
print(f(7), f.__self__ is a, f.__func__ is A.m, f.__name__, [x.m(i) for i, x in enumerate([a, b])])
a.own = lambda *args: args
print(a.own(1))
A.added = lambda self, *args: (type(self).__name__, args)
print(a.added(1), b.added())
import types
a.bound = types.MethodType(lambda self, y: (self is a, y), a)
print(a.bound(9))
class Meta:
    items = []
    push = items.append
    length = len
    key = str.upper
    def apply(self, f):
        return f(self)
m = Meta()
m.push(1)
print(Meta.items, m.length("abc"), Meta.key("up"), m.apply(type).__name__)
sm = A.__dict__["s"]
cm = A.__dict__["c"]
print(type(sm).__name__, type(cm).__name__, sm.__func__(3), sm(4), cm.__func__(B, 5), sm.__get__(None, A)(6), cm.__get__(None, B)(7))
try:
    A.m()
except TypeError as error:
    print(error)
try:
    cm()
except TypeError as error:
    print(error)
print(list(map(a.m, range(3))), sorted([3, 1, 2], key=[1, 2, 3].index), "-".join(map(str.upper, "ab")))
