# isinstance and issubclass take anything with a tuple of __bases__ for a class.


class Shape:
    """Stands for a class: what it was derived from is all it tells."""

    def __init__(self, name, *bases):
        self.name = name
        self.__bases__ = bases

    def __repr__(self):
        return self.name


class Drawing:
    """Stands for an instance."""

    def __init__(self, shape):
        self.shape = shape

    @property
    def __class__(self):
        return self.shape


figure = Shape("figure")
polygon = Shape("polygon", figure)
coloured = Shape("coloured")
red_square = Shape("red_square", polygon, coloured)

for derived in figure, polygon, coloured, red_square:
    print(derived, [issubclass(derived, base) for base in (figure, polygon, coloured, red_square, int)])
print(isinstance(Drawing(red_square), figure), isinstance(Drawing(polygon), coloured))
print(isinstance(Drawing(red_square), (int, (coloured, str))), isinstance(3, figure), issubclass(Shape("number", int), (str, int)))
print(issubclass(bool, figure), isinstance(Drawing(figure), Drawing))


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, RecursionError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


attempt(isinstance, 1, 2)
attempt(issubclass, 1, int)
attempt(issubclass, int, 1)
attempt(issubclass, figure, "figure")
figure.__bases__ = [coloured]
attempt(issubclass, figure, coloured)
attempt(issubclass, polygon, figure)
attempt(isinstance, Drawing(1), coloured)


class Broken:
    @property
    def __bases__(self):
        return 1 / 0


attempt(issubclass, Broken(), int)
attempt(isinstance, 1, Broken())


class Endless:
    @property
    def __bases__(self):
        return Endless(), Endless()


try:
    issubclass(Endless(), int)
except RecursionError:
    print("endless")

nested = int
for level in range(100_000):
    nested = (nested,)
attempt(isinstance, "", nested)
attempt(issubclass, str, nested)
while type(nested) is tuple:  # so that its death does not recurse
    nested = nested[0]
