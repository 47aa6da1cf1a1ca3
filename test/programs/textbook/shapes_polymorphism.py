# Inheritance and polymorphism with shapes.
import math
class Shape:
    sides = None
    def area(self): raise NotImplementedError(type(self).__name__ + " has no area")
    def perimeter(self): return 0
    def __lt__(self, other): return self.area() < other.area()
    def __str__(self): return f"{type(self).__name__}(area={self.area():.2f}, perimeter={self.perimeter():.2f})"
class Rectangle(Shape):
    sides = 4
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
    def perimeter(self): return 2 * (self.w + self.h)
class Square(Rectangle):
    def __init__(self, a): super().__init__(a, a)
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2
    def perimeter(self): return 2 * math.pi * self.r
class Triangle(Shape):
    sides = 3
    def __init__(self, a, b, c):
        if a + b <= c or a + c <= b or b + c <= a: raise ValueError(f"no triangle: {a}, {b}, {c}")
        self.a, self.b, self.c = a, b, c
    def perimeter(self): return self.a + self.b + self.c
    def area(self):
        s = self.perimeter() / 2
        return math.sqrt(s * (s - self.a) * (s - self.b) * (s - self.c))
class Blob(Shape): pass
shapes = [Rectangle(3, 4), Square(3), Circle(1.5), Triangle(3, 4, 5)]
for s in sorted(shapes): print(s, s.sides)
print(max(shapes), sum(s.area() for s in shapes), [type(s).__name__ for s in shapes if s.sides == 4], isinstance(shapes[1], Rectangle))
for make in (lambda: Triangle(1, 2, 3), lambda: str(Blob()), lambda: Square(1, 2), lambda: Circle()):
    try: print(make())
    except (ValueError, NotImplementedError, TypeError) as e: print(type(e).__name__, e)
