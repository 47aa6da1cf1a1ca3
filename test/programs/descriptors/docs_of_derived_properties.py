# An instance of a class derived from property keeps its doc as an attribute of its own, where the class's doc does not hide it.


class Cached(property):
    """A property that remembers."""


class Bare(property):
    __slots__ = ()


class Slotted(property):
    __slots__ = ("__doc__",)


def documented(self):
    """What the getter says."""


def silent(self):
    pass


def doc_of(make):
    try:
        return make().__doc__
    except AttributeError as error:
        return f"AttributeError: {error}"


for kind in property, Cached, Bare, Slotted:
    print(kind.__name__, kind.__doc__ is None)
    print("  getter:", doc_of(lambda: kind(documented)))
    print("  silent:", doc_of(lambda: kind(silent)))
    print("  given:", doc_of(lambda: kind(documented, doc="given")))
    print("  nothing:", doc_of(lambda: kind()))


class Circle:
    @Cached
    def area(self):
        "The area."

    @area.setter
    def area(self, value):
        "not this one"

    width = Cached(silent, doc="The width.")


print(Circle.area.__doc__, Circle.width.__doc__, Circle.area.__name__, Cached(documented).__dict__)

for arguments in (), (Circle,), (Circle, "area", 3):
    try:
        property().__set_name__(*arguments)
    except TypeError as error:
        print(error)


class Base:
    def greet(self):
        return "hello"


class Swapped(Base):
    def greet(self):
        return super(self, Swapped).greet()


class Numbered(Base):
    def greet(self):
        return super(1, self).greet()


for kind in Swapped, Numbered:
    try:
        kind().greet()
    except TypeError as error:
        print(error)
