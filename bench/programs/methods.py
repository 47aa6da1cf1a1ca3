# Methods: inheritance, super, properties, class and static methods, operators.


class Shape:
    made = 0

    def __init__(self, name):
        self.name = name
        Shape.made += 1

    def area(self):
        return 0

    def weight(self, density):
        return self.area() * density

    @classmethod
    def count(cls):
        return cls.made

    @staticmethod
    def unit():
        return 1


class Box(Shape):
    def __init__(self, width, height):
        super().__init__("box")
        self.width = width
        self.height = height

    @property
    def size(self):
        return self.width, self.height

    def area(self):
        return self.width * self.height


class Square(Box):
    def __init__(self, side):
        super().__init__(side, side)

    def area(self):
        return super().area() + self.unit()


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor % 10007, self.y * factor % 10007)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y


def main():
    total = 0
    for i in range(70000):
        shape = Square(i % 10) if i % 2 else Box(i % 7, 3)
        total += shape.weight(2) + shape.size[0]
    total += Shape.count()
    step = Vector(1, 2)
    place = Vector(0, 0)
    for i in range(150000):
        place = (place + step) * 3
        if place == step:
            total += 1
    action = step.__add__
    for _ in range(100000):
        total += action(place).x & 1
    print(total, place.x, place.y)


main()
