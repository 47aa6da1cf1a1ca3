"""sys.version_info and its like are tuples whose items have names."""
import copy
import sys

version = sys.version_info
print(isinstance(version, tuple), type(version).__mro__[1:], version == tuple(version))
print(version + ("more",), version * 2, version[-2:], version.index("final"), version.count(0))
print("%d.%d.%d %s %d" % version)
print({tuple(version): "found"}[version], hash(version) == hash(tuple(version)))
print(type(version).n_fields, type(version).n_sequence_fields, version.__match_args__)
print(version.__reduce__()[1])

match version:
    case (3, minor, *rest):
        print("three", minor, rest)
match sys.float_info:
    case object(max=largest, dig=digits):
        print(largest, digits)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def assign():
    version.major = 4


attempt(assign)
attempt(lambda: type(version)((3, 14)))
attempt(lambda: copy.copy(version))
attempt(lambda: type("Mine", (type(version),), {}))
attempt(lambda: version.patch)
attempt(lambda: sys.flags._fields)
print(len(sys.flags), sys.flags.optimize, len(sys.hash_info), sys.int_info.bits_per_digit)
print(range.start, slice.stop, complex.imag, property.fget, OSError.errno, type(SyntaxError.msg).__name__)
attempt(lambda: setattr(range(3), "start", 1))
attempt(lambda: setattr(property(), "fget", 1))
for made in (Exception.__init__, KeyError.__init__, UnicodeDecodeError.__new__, TimeoutError.__init__):
    print(made.__qualname__)


class Left:
    __slots__ = ("x",)


class Right:
    __slots__ = ("y",)


class Same:
    __slots__ = ("x",)


place = Left()
place.x = 1
attempt(lambda: setattr(place, "__class__", Right))
place.__class__ = Same
print(type(place).__name__, place.x)
attempt(lambda: setattr(Same, "__name__", "a\0b"))
attempt(lambda: delattr(Same, "__module__"))
