# Abstract classes, generics, protocols, named tuples, typed dicts.
from abc import ABC, abstractmethod
from typing import *
import collections.abc
T = TypeVar("T"); K = TypeVar("K", bound="Comparable")
class Shape(ABC):
    @property
    @abstractmethod
    def area(self) -> float: ...
    @abstractmethod
    def name(self): return "shape"
    @classmethod
    def __subclasshook__(cls, C): return NotImplemented
class Sq(Shape):
    def __init__(self, s): self.s = s
    area = property(lambda self: self.s ** 2)
    def name(self): return "sq:" + super().name()
for f in (Shape, lambda: type("X", (Shape,), {})(), lambda: Sq(2).name(), lambda: Shape.__abstractmethods__ == {"area", "name"}):
    try: print(f())
    except TypeError as e: print(e)
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> Self: self.items.append(x); return self
print(Stack[int], Stack[int]().push(1).items, Stack.__parameters__, Stack[int].__origin__, get_args(dict[str, list[int]]), get_origin(Optional[int]), Optional[int], Union[int, str, int], int | None, List[int], Callable[[int, str], bool], Literal["a", 1], Annotated[int, "m"], ClassVar[int], Any, NoReturn, Tuple[int, ...], Type[int], T, K, cast(int, "x"))
class P(NamedTuple):
    x: int; y: float = 2.0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
class TD(TypedDict, total=False): a: int; b: Required[str]
print(P(3, 4.0).norm(), P(1), P.__annotations__, P._field_defaults, TD(a=1, b="x"), TD.__required_keys__, TD.__optional_keys__, TD.__total__, get_type_hints(P), get_type_hints(Stack.push))
class Seq(collections.abc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = Seq(1, 2, 3, 2); print(list(s), 2 in s, s.index(3), s.count(2), list(reversed(s)), isinstance(s, Sequence), isinstance([], Iterable), issubclass(dict, collections.abc.Mapping), isinstance(len, Callable), isinstance(3, Hashable), isinstance([], Hashable))
class M(collections.abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update(a=1, b=2); m.setdefault("c", 3); print(dict(m), m.pop("a"), m.get("zz", 0), list(m.items()), m == {"b": 2, "c": 3}, "b" in m, m.popitem(), len(m)); m.clear(); print(m.d)
def first[A, B: int](x: A, y: B = 1) -> A: return x
type Pair[X] = tuple[X, X]
class Box[V]:
    def __init__(self, v: V): self.v = v
    def map[U](self, f: Callable[[V], U]) -> "Box[U]": return Box(f(self.v))
print(first(3), first.__type_params__, Pair, Pair[int], Pair.__value__, Box[int](3).map(str).v, Box.__type_params__, Box.__orig_bases__, first.__annotations__, Box.map.__annotations__["return"])
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
@final
class Fin: pass
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(f(1), len(get_overloads(f)), Fin.__final__, isinstance([], HasLen), isinstance(3, HasLen), TYPE_CHECKING, NewType("UserId", int)(5), reveal_type.__name__, is_typeddict(TD), get_type_hints(Box.map)["return"] if False else "")
for bad in (lambda: List[int]([1]) , lambda: Union[()], lambda: Optional[int, str], lambda: Generic[int], lambda: Stack[int, str], lambda: isinstance(1, List[int]), lambda: TypeVar("T", int), lambda: Literal[[]], lambda: Any(), lambda: int[str], lambda: Seq()[5], lambda: P(), lambda: TD(5), lambda: NamedTuple("N", [("a", int)])(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
