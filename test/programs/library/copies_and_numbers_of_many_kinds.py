"""Attributes of an OrderedDict, decimals in statistics, __bytes__ and __float__ of subclasses, a partial as a method, sequences registered late."""
import array
import collections
import collections.abc
import copy
import dataclasses
import decimal
import fractions
import functools
import operator
import pickle
import statistics
import typing
import warnings

ordered = collections.OrderedDict(a=1)
ordered.x = 5
print(copy.copy(ordered).x, copy.deepcopy(ordered).x, pickle.loads(pickle.dumps(ordered)).x, ordered.__reduce__()[2])
print(statistics.harmonic_mean([decimal.Decimal(5)]), statistics.mean([decimal.Decimal("1.1"), decimal.Decimal(2)]))


class Text(str):
    def __float__(self):
        return float(str(self)) + 1


class Raw:
    def __bytes__(self):
        return b"\x01\x02"


print(float(Text("8")), int.from_bytes(Raw(), "big"))
try:
    fractions.Fraction.from_decimal(3j)
except TypeError as problem:
    print(problem)
print(pickle.loads(pickle.dumps(typing.List[int])), pickle.loads(pickle.dumps(operator.add))(1, 2))
print(functools.wraps(type)(lambda: 1).__name__)
for cls in (collections.deque, array.array, bytearray):
    print(issubclass(cls, collections.abc.MutableSequence))


class Machine:
    run = functools.partial(lambda *given: given[1:], 1)


class HalfComplex:
    def __complex__(self):
        return type("Sub", (complex,), {})(1)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(Machine().run(2))
    print(complex(HalfComplex()))
for each in seen:
    print(each.category.__name__, each.message)


@dataclasses.dataclass
class Record:
    a: " typing . ClassVar [int]" = 1
    b: "dataclasses.InitVar [int]" = 3
    c: "int" = 4

    def __post_init__(self, b):
        print("given", b)


print(Record(b=7), object().__reduce__()[1])


class Slotted:
    __slots__ = iter(["a"])


try:
    @dataclasses.dataclass(slots=True)
    class Derived(Slotted):
        x: int
except TypeError as problem:
    print(problem)
