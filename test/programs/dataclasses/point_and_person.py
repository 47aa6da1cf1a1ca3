# Everyday dataclasses.
from dataclasses import dataclass, field, asdict, replace
@dataclass
class Point:
    x: float
    y: float = 0.0
    def dist(self, o): return ((self.x - o.x) ** 2 + (self.y - o.y) ** 2) ** 0.5
@dataclass
class Person:
    name: str
    age: int = 18
    friends: list = field(default_factory=list)
    def __post_init__(self):
        if self.age < 0: raise ValueError("age")
p, q = Point(3, 4), Point(0)
print(p, q, p.dist(q), p == Point(3, 4), p != q, replace(p, y=9), asdict(q))
a, b = Person("Ann"), Person("Bob", 30)
a.friends.append(b.name)
print(a, b, a.friends is not b.friends)
for bad in (lambda: Person("x", -1), lambda: Person(), lambda: Point(1, 2, 3)):
    try: bad()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
