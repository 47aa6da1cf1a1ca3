# A vector class with the whole numeric protocol.
import math
class V:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x!r}, {self.y!r})"
    def __iter__(self): return iter((self.x, self.y))
    def __eq__(self, o): return tuple(self) == tuple(o) if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(tuple(self))
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return V(-self.x, -self.y)
    def __mul__(self, k): return V(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __abs__(self): return math.hypot(*self)
    def __bool__(self): return any(self)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __contains__(self, v): return v in (self.x, self.y)
    def __round__(self, n=0): return V(round(self.x, n), round(self.y, n))
    def __format__(self, spec): return f"({self.x:{spec}}, {self.y:{spec}})"
a, b = V(3, 4), V(1, -2)
print(a + b, a - b, -a, a * 2, 2 * a, a @ b, a / 2, abs(a), bool(V()), bool(a), a == V(3, 4), a != b, a == (3, 4), hash(a) == hash((3, 4)))
print(sum([a, b, a]), [*a], a[0], a[-1], 3 in a, len(a), round(V(1.256, 2.345), 1), f"{a:.2f} {a}", max([a, b], key=abs), sorted([a, b, V()], key=abs), {a, V(3, 4)})
c = a
a += b
a *= 3
print(a, c)
for act in (lambda: a + 1, lambda: 1 + a, lambda: a * a, lambda: a < b, lambda: "x" * a, lambda: a ** 2, lambda: a[2], lambda: sum([a], 5), lambda: setattr(a, "z", 1)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
x, y = b
print(x, y, dict([("x", x)]), list(zip(a, b)), math.dist(a, b))
