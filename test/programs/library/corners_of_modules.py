from __future__ import annotations
# Corners of library modules that CPython's own tests look into.
import typing, dataclasses
from typing import ClassVar
from dataclasses import dataclass, InitVar, field
import typing as t
import dataclasses as dc
@dataclass
class A:
    x: ClassVar[int] = 3
    y: typing.ClassVar[int] = 4
    z: t.ClassVar = 5
    i: InitVar[int] = 0
    j: dc.InitVar[int] = 1
    k: dataclasses.InitVar = 1
    n: int = 9
    def __post_init__(self, i, j, k): print("post", i, j, k)
print(A(), [f.name for f in dataclasses.fields(A)])
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f = False
    print(~f, len(w), [str(x.message) for x in w])
import random, struct, pickle, re, pprint, copy
try: random.choices([], k=1)
except IndexError as e: print(e)
print(struct.Struct("=i2H"))
p = re.compile(r"(a)(b)?", re.I)
for proto in range(6):
    print(pickle.loads(pickle.dumps(p, proto)))
pprint.pprint([bytearray(), bytearray(b"a" * 10)], width=10)
m = memoryview(bytearray(b"abc"))
m.release()
for f in (lambda: bytes(m), lambda: m.tobytes(), lambda: m[0], lambda: len(m), lambda: list(m), lambda: m == m, lambda: repr(m)[:10], lambda: m.tolist(), lambda: m.format, lambda: hash(m)):
    try: print(f())
    except ValueError as e: print(e)
from collections import OrderedDict
try: OrderedDict.update()
except TypeError as e: print(e)
class OD(OrderedDict):
    __slots__ = ("x",)
o = OD(a=1); o.x = [1]
c = copy.copy(o); d = copy.deepcopy(o)
print(c, c.x is o.x, d.x, d.x is o.x)
print(OrderedDict(a=1).__reduce__()[:4])
def g():
    yield 1
def f2():
    yield from g()
def f3():
    yield from f2()
import traceback
x = f3(); next(x)
try: x.throw(ValueError("q"))
except ValueError as e:
    print([fr.name for fr in traceback.extract_tb(e.__traceback__)])
import operator
print(list(struct.iter_unpack("h", b"abcd")))
from fractions import Fraction
for op in (lambda: Fraction(1,2) % 1j, lambda: 1j // Fraction(1,2), lambda: divmod(Fraction(1,2), 1j)):
    try: print(op())
    except TypeError as e: print(e)
import collections.abc
print(isinstance(b"", collections.abc.Buffer), isinstance(bytearray(), collections.abc.Buffer))
import calendar
print(calendar.January, calendar.FEBRUARY)
import time, datetime
for bad in ("+ab:00", "+1", "-01:60"):
    try: print(datetime.datetime.strptime(bad, "%z"))
    except ValueError as e: print(type(e).__name__)
print(time.strptime("2016 00 0", "%Y %U %w"), time.strptime("2016 0 3", "%Y %W %w"))
try: print(int([]))
except TypeError as e: print(e)
print(dataclasses.is_dataclass(list[int]), dataclasses.is_dataclass(A), dataclasses.is_dataclass(typing.List[int]))
@dataclass
class Rec:
    n: Rec = None
    items: list = field(default_factory=list)
r = Rec(); r.n = r; print(r)
print(repr(field(default=1))[:40])
