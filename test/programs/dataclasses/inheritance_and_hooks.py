# __post_init__, InitVar, inheritance, field options, nested asdict, match.
from dataclasses import dataclass, field, asdict, InitVar, fields, make_dataclass, MISSING
from typing import ClassVar
@dataclass
class Base:
    a: int
    count: ClassVar[int] = 0
    b: str = "base"
    def __post_init__(self): Base.count += 1
@dataclass
class Sub(Base):
    c: list = field(default_factory=lambda: [1])
    b: str = "sub"
    scale: InitVar[int] = 1
    d: int = field(init=False)
    def __post_init__(self, scale):
        super().__post_init__()
        self.d = self.a * scale
s = Sub(2, scale=10)
print(s, s.d, Base.count, [f.name for f in fields(Sub)], Sub(1).c is Sub(1).c)
@dataclass
class Tree:
    v: int
    kids: list["Tree"] = field(default_factory=list)
    meta: dict = field(default_factory=dict)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])], {"k": (Tree(5),)})
d = asdict(t)
print(d)
d["kids"][0]["v"] = 99
print(t.kids[0].v, t == Tree(1, [Tree(2), Tree(3, [Tree(4)])], {"k": (Tree(5),)}))
match t:
    case Tree(v, [Tree(2), *rest]): print(v, len(rest))
@dataclass
class Rec:
    me: object = None
r = Rec()
r.me = r
print(r)
@dataclass
class Opt:
    x: int = field(default=1, metadata={"unit": "cm"}, hash=True, kw_only=True)
    y: int = field(repr=False, default=2)
    z: int = field(compare=False, default=3)
f = fields(Opt)[0]
print(f.metadata["unit"], f.default, f.default_factory is MISSING, f.kw_only, f.type, Opt(x=5), Opt(5, 9) == Opt(5, 0), Opt(7))
M = make_dataclass("M", ["a", ("b", int), ("c", int, field(default=3))], namespace={"total": lambda self: self.a + self.b + self.c})
print(M(1, 2), M(1, 2).total(), M.__name__)
@dataclass
class Custom:
    x: int
    def __repr__(self): return "custom repr"
    def __eq__(self, o): return True
print(Custom(1), Custom(1) == Custom(2))
@dataclass(unsafe_hash=True)
class H: x: int
print(len({H(1), H(1), H(2)}), H.__hash__ is not None)
@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
import heapq
h = []
for p, n in ((3, "c"), (1, "a"), (2, "b")): heapq.heappush(h, Task(p, n))
print([heapq.heappop(h).name for _ in range(3)], Base.__doc__, Custom.__doc__)
