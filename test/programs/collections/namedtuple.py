# namedtuple: fields, defaults, replace, errors.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), P._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), len(p), list(p), hash(p) == hash((1, 2)), p + (3,), isinstance(p, tuple))
x, y = p
print(x, y, [*p], p._field_defaults, P.__doc__, P.x.__doc__, P.__name__, p.index(2), sorted([P(2, 1), P(1, 5)]), max(P(2, 1), P(1, 5)))
Q = namedtuple("Q", ["a", "b", "c"], defaults=[10, 20])
print(Q(1), Q(1, 2), Q._field_defaults, Q(1)._replace(c="z"))
R = namedtuple("R", "class, def, ok, ok", rename=True)
print(R._fields, R(1, 2, 3, 4))
for act in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p._replace(q=1), lambda: setattr(p, "x", 5), lambda: namedtuple("B", "class"), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "_a"), lambda: namedtuple("1B", "a"), lambda: P._make([1]), lambda: namedtuple("B", "a", defaults=[1, 2]), lambda: p.zz, lambda: namedtuple("B", ["a b"])):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class Point(namedtuple("Base", "x y")):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
print(Point(3, 4).norm, Point(1, 2) + Point(3, 4), repr(Point(1, 2)), Point(1, 2)._replace(y=0))
match p:
    case P(x=1, y=v): print("matched", v)
match p:
    case P(a, b): print("positional", a, b)
print("%s-%s" % p, "{0.x} {0.y} {x}".format(p, **p._asdict()), {p: 1}[P(1, 2)], P._fields + Q._fields, namedtuple("E", "")())
