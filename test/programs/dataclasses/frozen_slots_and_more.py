from dataclasses import *



@dataclass(frozen=True, slots=True)
class P:
    x: int
    y: int = 0
p = P(1)
print(p, hash(p) == hash(P(1, 0)), P.__slots__, replace(p, y=5), astuple(p), asdict(p), fields(P)[0].name)
for f in (lambda: setattr(p, 'x', 2), lambda: setattr(p, 'z', 2), lambda: delattr(p, 'x'), lambda: p.z):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)



@dataclass(slots=True, kw_only=True, order=True, unsafe_hash=True)
class Q:
    a: int
    b: list = field(default_factory=list, compare=False, repr=False)
    c: InitVar[int] = 3

    def __post_init__(self, c):
        self.b.append(c)
q = Q(a=1)
print(q, q.b, Q(a=1, c=9).b, Q(a=1) < Q(a=2), hash(Q(a=1)) == hash(Q(a=1)), Q.__match_args__)
try:
    Q(1)
except TypeError as e:
    print(e)



@dataclass
class Base:
    x: int
    y: str = 'b'

    def __post_init__(self):
        self.total = self.x



@dataclass
class Derived(Base):
    z: float = 0.5
    x: int = 7
print(Derived(), Derived(1, 'q', 2.5), [f.name for f in fields(Derived)], Derived().total, is_dataclass(Derived), is_dataclass(5))
try:

    @dataclass(frozen=True)
    class Bad(Base):
        pass
except TypeError as e:
    print(e)
try:

    @dataclass(slots=True)
    class Bad2:
        __slots__ = ('a',)
        a: int
except TypeError as e:
    print(e)
C = make_dataclass('C', ['a', ('b', int), ('c', int, field(default=3))], namespace={'sum': lambda s: s.b + s.c})
print(C(1, 2), C(1, 2).sum(), C.__annotations__)



@dataclass
class R:
    a: int
    _: KW_ONLY
    b: int = 2
print(R(1), R(1, b=3))
try:
    R(1, 2)
except TypeError as e:
    print(e)



@dataclass(repr=False, eq=False)
class S:
    a: int
print(S(1) == S(1), repr(S(1))[:10])
match Derived(1, 'k', 2.0):
    case Derived(x, y, z=zz):
        print(x, y, zz)
