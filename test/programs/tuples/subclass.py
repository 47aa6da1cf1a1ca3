# Subclassing tuple.
class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
    @property
    def y(self):
        return self[1]
    def __add__(self, other):
        return Point(self.x + other[0], self.y + other[1])
p = Point(1, 2)
print(p, p.x, p.y, p + (3, 4), type(p + p).__name__, type(p[:]).__name__, type(p * 2).__name__, p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple))
a, b = p
print(a, b, [*p], {p: "here"}[(1, 2)], len(p), p.count(1), repr(p), "%s %s" % p)
for act in (lambda: Point(1), lambda: setattr(p, "x", 5), lambda: setattr(p, "z", 5), lambda: p[2]):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
