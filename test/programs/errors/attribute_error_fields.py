# Which AttributeErrors know the attribute's name and the object, and which have their message alone.
import sys
import types


class Slotted:
    __slots__ = ("a", "__weakref__")


class Plain:
    pass


class WithProperty:
    @property
    def x(self):
        return 1


def function():
    pass


cases = {
    "delete from an instance": lambda: delattr(Plain(), "zz"),
    "delete an empty slot": lambda: delattr(Slotted(), "a"),
    "delete where no dict is": lambda: delattr(Slotted(), "b"),
    "set where no dict is": lambda: setattr(Slotted(), "b", 1),
    "delete a property": lambda: delattr(WithProperty(), "x"),
    "set a property": lambda: setattr(WithProperty(), "x", 1),
    "set on an int": lambda: setattr(1, "x", 1),
    "delete from an int": lambda: delattr(1, "x"),
    "set a method of a list": lambda: setattr([], "append", 1),
    "set on a type": lambda: setattr(int, "foo", 1),
    "delete from a class": lambda: delattr(Plain, "foo"),
    "delete from a module": lambda: delattr(sys, "nope"),
    "get from a module": lambda: sys.nope,
    "delete from a function": lambda: delattr(function, "zz"),
    "set a field of a code object": lambda: setattr(function.__code__, "co_name", 1),
    "set on a built-in function": lambda: setattr(len, "x", 1),
    "get from an instance": lambda: Plain().zz,
    "get from a class": lambda: Plain.zz,
    "get an empty slot": lambda: Slotted().a,
    "set on object": lambda: setattr(object(), "x", 1),
}
for what, attempt in cases.items():
    try:
        attempt()
    except AttributeError as error:
        print(what, "|", error, "|", error.name, "|", type(error.obj).__name__)
    except TypeError as error:
        print(what, "|", error)

made = types.ModuleType("made")
sys.modules["made"] = made
import made as again
print(made, again is made)
try:
    1 << (1 << 64)
except MemoryError as error:
    print(error.args)
