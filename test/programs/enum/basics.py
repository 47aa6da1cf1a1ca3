# Enum: members, lookup, aliases, iteration, comparison, auto, unique.
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def hot(self): return self is Color.RED
    @property
    def initial(self): return self.name[0]
    @classmethod
    def default(cls): return cls.GREEN
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED in Color, 1 in Color, 9 in Color, Color.RED.hot(), Color.default(), Color.BLUE.initial, Color.RED == 1, Color.RED == Color(1), hash(Color.RED) == hash(Color.RED))
print({c: c.value for c in Color}, Color.__members__, isinstance(Color.RED, Color), type(Color.RED), f"{Color.RED} {Color.RED!r} {Color.GREEN:>12}", list(reversed(Color)), Color.RED != Color.BLUE)
for act in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: delattr(Color, "RED"), lambda: Color(), lambda: setattr(Color.RED, "value", 3)):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([m.value for m in Auto])
class S(StrEnum):
    ONE = auto()
    TWO = "zwei"
print(S.ONE, repr(S.TWO), S.ONE == "one", S.TWO.upper(), f"{S.TWO}")
class N(IntEnum):
    LOW = 1
    HIGH = 10
print(N.LOW + 1, N.HIGH > N.LOW, N.LOW == 1, sorted([N.HIGH, N.LOW]), repr(N.LOW), str(N.LOW), f"{N.LOW}", [0, "x"][N.LOW], isinstance(N.LOW, int))
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class X(Color): pass
except TypeError as e: print(e)
try:
    class Y(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
F = Enum("F", "X Y Z")
print(list(F), F.Y.value, Enum("G", {"P": "p"}).P, Enum("H", ["q", "r"], start=5).r.value)
match Color.GREEN:
    case Color.RED: print("red")
    case Color.GREEN: print("green")
