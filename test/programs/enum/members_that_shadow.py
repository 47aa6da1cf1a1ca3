"""Members with names of methods, of types, of named tuples and dataclasses; mistakes in a class body."""
from enum import *
import dataclasses, enum
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class Book(StrEnum):
    author='author'
    title='title'
t(lambda: Book.author.title()); t(lambda: Book.title.title()); t(lambda: Book.title.author)
class Number(IntEnum):
    divisor=1
    numerator=2
t(lambda: Number.divisor.numerator); t(lambda: Number.numerator.divisor)
class F: pass
class Ty(Enum):
    i=int
    f=F
    class Inner: pass
t(lambda: list(Ty)); t(lambda: Ty.Inner)
def bad():
    class Bad(Enum):
        def __new__(cls, v): return super().__new__(cls, v)
        x=1
t(bad)
def ord1():
    class C(Enum):
        _order_='red blue x'
        red=1
        blue=2
t(ord1)
def ord2():
    class C(Enum):
        _order_='blue red'
        red=1
        blue=2
t(ord2)
def ma():
    class H(Enum):
        a,b,c = auto(),auto(),auto()
        d = (auto(), 'x')
    return list(H)
t(ma)
@dataclasses.dataclass
class CM:
    size: str
    legs: int
    tail: bool = dataclasses.field(repr=False, default=True)
class Creature(CM, Enum):
    BEETLE='small', 6
    DOG='medium', 4
t(lambda: Creature.DOG); t(lambda: Creature.BEETLE.legs)
class NT(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls,(a,b))
class Color(Enum):
    RED=1
    BLUE=3
t(lambda: Color.BLUE._add_alias_('huh')); t(lambda: Color.huh); t(lambda: Color['huh']); t(lambda: Color.RED._add_value_alias_(7)); t(lambda: Color(7))
import collections
T = collections.namedtuple('T','index desc')
class SomeEnum(T, Enum):
    first = auto(), 'for the money'
    second = auto(), 'for the show'
    third = auto(), 'for the music'
t(lambda: list(SomeEnum)); t(lambda: SomeEnum.third.index)
