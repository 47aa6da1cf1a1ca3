from enum import *



class Color(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = (1, 2)
    CRIMSON = 1

    def describe(self):
        return f'{self.name}:{self.value}'

    @classmethod
    def default(cls):
        return cls.RED

    @property
    def low(self):
        return self.name.lower()
print(list(Color), Color.RED, repr(Color.RED), Color('g'), Color['BLUE'], Color.CRIMSON is Color.RED, len(Color), Color.RED in Color, 'g' in Color, 99 in Color, Color.RED.describe(), Color.default(), Color.BLUE.low, Color.__members__.keys(), hash(Color.RED) == hash('RED'), isinstance(Color.RED, Color), type(Color.RED), Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 1}[Color.CRIMSON])



class Num(IntEnum):
    ONE = 1
    TWO = auto()
    THREE = auto()
print(Num.TWO + 1, Num.ONE < Num.TWO, list(Num), f'{Num.ONE}', f'{Num.ONE!r}', '%d' % Num.TWO, Num(3), sorted([Num.THREE, Num.ONE]), Num.ONE == 1, int(Num.TWO), str(Num.TWO), isinstance(Num.ONE, int), [10, 20][Num.ONE])



class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.W, Perm.RW, Perm.R & Perm.RW, ~Perm.R, Perm(0), Perm(7), bool(Perm(0)), Perm.R in Perm.RW, list(Perm.RW), Perm.R ^ Perm.RW, Perm.RW.name, (Perm.R | Perm.X).name, Perm.RW.value, len(Perm.RW), list(Perm))



class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, IF.A | 8, IF(3), IF.A + 1, repr(IF(0)), ~IF.A, IF.A | 1)



class S(StrEnum):
    FOO = auto()
    BAR = 'barr'
print(S.FOO, repr(S.BAR), S.FOO.upper(), S.FOO == 'foo', f'{S.BAR:>6}', S('barr'))



@unique
class U(Enum):
    A = 1
    B = 2
try:

    @unique
    class V(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
F = Enum('F', 'X Y Z')
print(list(F), F.X.value)
G = Enum('G', {'a': 5, 'b': 6})
print(list(G))
H = IntEnum('H', ['p', 'q'], start=10)
print(list(H))



class Planet(Enum):
    EARTH = (5.976e+24, 6378140.0)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def g(self):
        return round(6.673e-11 * self.mass / self.radius ** 2, 3)
print(Planet.EARTH.g, Planet.EARTH.mass, Planet.EARTH.value)



class Auto(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    A = auto()
    B = auto()
print(list(Auto))



class Miss(Enum):
    A = 1

    @classmethod
    def _missing_(cls, v):
        return cls.A if v == 'x' else None
print(Miss('x'))
for f in (lambda: Miss(5), lambda: Color.PURPLE, lambda: Color['x'], lambda: setattr(Color, 'RED', 2), lambda: Color.RED.foo, lambda: Color(), lambda: delattr(Color, 'RED'), lambda: Num.ONE < Color.RED, lambda: Color.RED < Color.GREEN, lambda: type('X', (Color,), {}), lambda: Perm(99), lambda: setattr(Color.RED, 'value', 3), lambda: Perm.R | 5, lambda: Color.RED.RED):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)



class Mixed(str, Enum):
    A = 'a'
print(Mixed.A, Mixed.A.upper(), f'{Mixed.A}', Mixed.A == 'a', repr(Mixed.A), str(Mixed.A), '%s' % Mixed.A, format(Mixed.A))



class NM(Enum):
    A = nonmember(5)
    B = member(lambda: 3)
    c = 9
    _ignore_ = ['zz']
    zz = 5
print(NM.A, [m.name for m in NM], NM.B.value())



class WithNew(bytes, Enum):

    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    P = (1, 'lab')
print(WithNew.P, WithNew.P.label, WithNew(1), Color.RED.__class__.__name__, Color.__doc__, dir(Color)[-3:])
print(verify, CONTINUOUS, EnumCheck, FlagBoundary.STRICT, global_enum, show_flag_values(5))
