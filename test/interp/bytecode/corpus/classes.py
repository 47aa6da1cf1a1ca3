"""Classes: bodies as scopes, super, cells, private names, static attributes."""
import base.module
import other as alias


class Empty:
    pass


class Documented(Empty, metaclass=type):
    """A docstring

    with an indented second paragraph."""

    x: int = 1
    y: "str"
    z = x

    def __init__(self, value):
        self.value = value
        self.other = self.value
        super().__init__()
        super().attribute
        super(Documented, self).method(value)

    def method(self):
        return __class__, self.__private, self.__dunder__, super

    @classmethod
    def make(cls):
        return cls(1)

    __hidden = 3

    def __mangled(self, __arg):
        self.__attr = __arg

        def inner():
            return __arg

        return inner

    del z


class WithComprehensions:
    items = [1, 2]
    doubled = [x * 2 for x in items]
    pairs = {k: v for k, v in items}
    cells = [lambda: i for i in items]
    lazy = (x for x in items)


def outer():
    free = 1

    class Inner(base.module.Class):
        bound = free

        def method(self):
            return free

        class Deeper:
            z = free

    class Rebinds:
        free = free

    return Inner


class UsesGlobal:
    global exported
    exported = 1
    print(exported)


@decorator
@other.decorator(1)
class Decorated(*bases, **options):
    def __set_name__(self, owner, name):
        owner.thing, self.name = self, name


class Statements:
    if flag:
        a = 1
    else:
        a = 2
    for i in a:
        b = i
    try:
        c = a
    except E as e:
        d = e
    with open(f) as g:
        h = g
