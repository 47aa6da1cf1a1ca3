"""Abstract classes, protocols, operators, comparison, sorting by several keys, and what goes wrong."""
import math
from abc import ABC, abstractmethod
from dataclasses import astuple, dataclass, field, replace
from functools import singledispatch, total_ordering
from typing import ClassVar, Protocol, runtime_checkable


@runtime_checkable
class HasArea(Protocol):
    def area(self) -> float: ...


@total_ordering
class Shape(ABC):
    made: ClassVar[int] = 0

    def __init_subclass__(cls, /, sides=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides

    def __new__(cls, *args, **kwargs):
        Shape.made += 1
        return super().__new__(cls)

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def outline(self): ...

    def __eq__(self, other):
        return self.area() == other.area() if isinstance(other, Shape) else NotImplemented

    def __lt__(self, other):
        return self.area() < other.area() if isinstance(other, Shape) else NotImplemented

    __hash__ = None


@dataclass(eq=False)
class Circle(Shape):
    radius: float

    def area(self):
        return math.pi * self.radius ** 2

    @property
    def outline(self):
        return math.tau * self.radius


@dataclass(eq=False)
class Rectangle(Shape, sides=4):
    width: float
    height: float = field(default=1.0, metadata={"unit": "cm"})

    def area(self):
        return self.width * self.height

    @property
    def outline(self):
        return 2 * (self.width + self.height)


class Square(Rectangle, sides=4):
    def __init__(self, side):
        super().__init__(side, side)


shapes = [Circle(1), Rectangle(2, 3), Square(1.5), Rectangle(4)]
for shape in sorted(shapes, reverse=True):
    print(f"{shape!s:<34}{shape.area():>8.3f}{shape.outline:>9.3f} {shape.sides}")
print(max(shapes), min(shapes) <= Circle(1), Square(2) == Rectangle(4), Shape.made)
print(isinstance(shapes[0], HasArea), issubclass(int, HasArea), astuple(shapes[1]), replace(shapes[1], height=9))
for wrong in (lambda: Shape(), lambda: shapes[0] < 3, lambda: hash(shapes[0]), lambda: Circle(), lambda: Circle(1, 2), lambda: Square(1, 2)):
    try:
        wrong()
    except TypeError as error:
        print(error)


@singledispatch
def describe(thing):
    return f"something: {thing!r}"


@describe.register
def _(thing: int | float):
    return f"number {thing:g}"


@describe.register(list)
def _(thing):
    return "list of " + ", ".join(map(describe, thing))


@describe.register
def _(thing: Circle):
    return f"circle of {thing.radius}"


print(describe([1, 2.50, "x", Circle(3), [True]]), describe(None))


class Half(Shape):
    def area(self):
        return 0


try:
    Half()
except TypeError as error:
    print(error)
print(sorted(Shape.__abstractmethods__), Circle.__mro__[1].__name__, Rectangle.__dataclass_fields__["height"].metadata["unit"])
