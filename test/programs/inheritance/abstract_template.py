# Template methods and not-implemented bases.
class Shape:
    def area(self):
        raise NotImplementedError
    def describe(self):
        return f"{type(self).__name__.lower()} of area {self.area():.2f}"
    def __lt__(self, other):
        return self.area() < other.area()
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2
class Unit(Square):
    def __init__(self): super().__init__(1)
shapes = [Square(3), Circle(1.5), Unit()]
print([s.describe() for s in shapes], [s.describe() for s in sorted(shapes)], max(shapes).describe())
try:
    Shape().describe()
except NotImplementedError as error:
    print(repr(error))
class Visitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic)(node)
    def generic(self, node):
        return f"?{node!r}"
class Printer(Visitor):
    def visit_int(self, n): return f"int {n}"
    def visit_list(self, xs): return "[" + " ".join(self.visit(x) for x in xs) + "]"
print(Printer().visit([1, [2, "a"], None]))
class Plugin:
    registry = []
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.registry.append((cls.__name__, kw))
class P1(Plugin): pass
class P2(Plugin, level=3, tag="x"): pass
class P3(P2): pass
print(Plugin.registry)
try:
    class P4(Square, oops=1): pass
except TypeError as error:
    print(error)
