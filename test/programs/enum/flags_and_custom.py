# Flag operations, enums with data, __new__, _missing_, nested behaviour.
from enum import Enum, Flag, IntFlag, auto, member, nonmember
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.X, Perm.RW & Perm.W, ~Perm.R, Perm.RW ^ Perm.R, Perm(0), Perm(7), Perm.R in Perm.RW, bool(Perm(0)), list(Perm.RW), len(Perm.RW), [p.value for p in Perm], repr(Perm.R | Perm.W), Perm.RW.name, (Perm.R | Perm.X).name, list(Perm))
class I(IntFlag):
    A = 1
    B = 2
print(I.A | I.B, I.A | 8, I.A + 1, int(I.A | I.B), I(3) == 3, repr(I.A), ~I.A)
try: Perm(16)
except ValueError as e: print(str(e).split("\n")[0])
try: Perm.R | 1
except TypeError as e: print(e)
class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def gravity(self): return 6.673e-11 * self.mass / self.radius ** 2
print(f"{Planet.EARTH.gravity:.3f} {Planet.MARS.gravity:.3f}", Planet.EARTH.value, Planet((6.421e23, 3.3972e6)))
class Coord(bytes, Enum):
    def __new__(cls, v, label):
        o = bytes.__new__(cls, [v])
        o._value_ = v
        o.label = label
        return o
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Coord.PY.label, Coord(0).name, bytes(Coord.PY))
class Level(Enum):
    LOW, MID, HIGH = 1, 2, 3
    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str): return cls.__members__.get(v.upper())
        return None
    def __lt__(self, o): return self.value < o.value
    def next(self): return Level(self.value % 3 + 1)
print(Level("low"), Level.HIGH.next(), sorted([Level.HIGH, Level.LOW]), max(Level))
try: Level("nope")
except ValueError as e: print(e)
class Ops(Enum):
    ADD = member(lambda a, b: a + b)
    helper = nonmember(5)
    def plain(self): return "method"
print(list(Ops)[0].name, Ops.ADD.value(2, 3), Ops.helper, Ops.ADD.plain())
class Str(str, Enum):
    A = "a"
print(Str.A == "a", Str.A + "b", str(Str.A), f"{Str.A}", repr(Str.A), Str("a") is Str.A, {"a": 1}[Str.A])
