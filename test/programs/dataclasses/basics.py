# @dataclass: fields, defaults, repr, eq, order, frozen.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list, repr=False, compare=False)
p = P(1)
print(p, p == P(1, 2, ["different"]), p != P(2), asdict(p), astuple(p), replace(p, x=5), [f.name for f in fields(p)], is_dataclass(P), is_dataclass(p), is_dataclass(5), P.__match_args__, p.tags is P(1).tags)
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
print(V(1) < V(2), V(1, 5) <= V(1, 5), sorted([V(2), V(1, 9), V(1)]), max(V(0), V(3)))
@dataclass(frozen=True)
class F:
    a: int
    b: tuple = ()
f = F(1)
print(hash(f) == hash(F(1)), {f: 1}[F(1)], replace(f, b=(2,)))
for act in (lambda: setattr(f, "a", 2), lambda: delattr(f, "a"), lambda: setattr(f, "new", 2)):
    try: act()
    except FrozenInstanceError as e: print(e)
try: hash(p)
except TypeError as e: print(e)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 0
    c: str
print(K(1, c="z"), K(1, b=2, c="q"))
@dataclass(slots=True)
class S:
    x: int = 0
s = S()
try: s.y = 1
except AttributeError as e: print(e)
print(S.__slots__, hasattr(s, "__dict__"), s)
@dataclass(eq=False, repr=False)
class N: x: int = 1
print(N() == N(), "N object" in repr(N()))
for act in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: V(1) < F(1), lambda: replace(p, z=1), lambda: asdict(5), lambda: fields(5), lambda: K(1, 2, c="x"), lambda: F(1) == (1, ())):
    try: print(act())
    except TypeError as e: print(e)
def bad(): 
    @dataclass
    class B:
        x: list = []
def bad2():
    @dataclass
    class B:
        x: int = 1
        y: int
for b in (bad, bad2):
    try: b()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
