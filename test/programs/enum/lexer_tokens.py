# A lexer with enums, flags and named tuples.
import re
from enum import Enum, auto, IntEnum, Flag, StrEnum, unique
from collections import namedtuple
class T(Enum):
    NUM = auto(); ID = auto(); OP = auto(); LP = "("; RP = ")"
    def __str__(self): return f"<{self.name.lower()}>"
    @classmethod
    def _missing_(cls, v): return cls.ID if v == "ident" else None
Token = namedtuple("Token", "type value pos", defaults=[0])
spec = [(T.NUM, r"\d+(?:\.\d*)?"), (T.ID, r"[^\W\d]\w*"), (T.OP, r"\*\*|//|[-+*/%=<>!]=?"), (T.LP, r"\("), (T.RP, r"\)")]
master = re.compile("|".join(f"(?P<{t.name}>{p})" for t, p in spec) + r"|(?P<WS>\s+)|(?P<BAD>.)")
def lex(text):
    for m in master.finditer(text):
        k = m.lastgroup
        if k == "WS": continue
        if k == "BAD": raise SyntaxError(f"bad char {m.group()!r} at {m.start()}")
        yield Token(T[k], m.group(), m.start())
for s in ("x = 3.14 * (y_1 + 2)**2", "a<=b // c%d", "α + β", "1 $ 2"):
    try:
        for t in lex(s): print(t, end=" ")
        print()
    except SyntaxError as e: print("\n!!", e, e.msg, e.lineno)
print(T("ident"), T("("), repr(T.LP), T.NUM.value, list(T), T.__members__.keys(), len(T), T.NUM in T, "(" in T, 99 in T)
for bad in (lambda: T("zzz"), lambda: T["zzz"], lambda: T.NOPE, lambda: setattr(T, "NUM", 3), lambda: T.NUM < T.ID, lambda: Token(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Color(Flag):
    R = auto(); G = auto(); B = auto(); W = R | G | B
print(Color.R | Color.B, repr(Color.W), Color.W & ~Color.R, Color(0), bool(Color(0)), list(Color.W), Color.R in Color.W, Color(3), ~Color.R, len(Color.W))
class Pri(IntEnum): LOW = 1; HIGH = 10
print(Pri.LOW < 5, Pri.HIGH + 1, f"{Pri.HIGH} {Pri.HIGH!r} {Pri.HIGH:>4}", sorted([Pri.HIGH, Pri.LOW]), Pri(10) is Pri.HIGH, int(Pri.LOW), Pri.LOW == 1, {1: "a"}[Pri.LOW])
class S(StrEnum): A = auto(); B = "bee"
print(S.A, repr(S.B), S.B.upper(), S("a"), f"{S.A:>5}|", S.A == "a", isinstance(S.A, str))
try:
    @unique
    class D(Enum): X = 1; Y = 1
except ValueError as e: print(e)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.4e23, 3.39e6)
    def __init__(self, m, r): self.m, self.r = m, r
    @property
    def g(self): return 6.67e-11 * self.m / self.r ** 2
print([(p.name, round(p.g, 3)) for p in Planet], Planet.EARTH.value, Planet((6.4e23, 3.39e6)))
try:
    class E2(T): Z = 1
except TypeError as e: print(e)
print(Enum("Animal", "CAT DOG"), list(Enum("Animal", "CAT DOG")), Enum("N", {"A": 1})(1))
t = Token(T.ID, "v")
print(t._asdict(), t._replace(value="w"), t._fields, Token._field_defaults, t.index("v"), t == (T.ID, "v", 0), Token._make([1, 2, 3]))
