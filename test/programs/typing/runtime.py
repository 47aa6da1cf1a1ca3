# typing at run time: aliases, generics, protocols, NamedTuple, TypedDict, cast, get_type_hints.
from typing import *
import typing
print(Optional[int], Union[int, str], Union[int, None], Union[int, int], List[int], Dict[str, int], Tuple[int, ...], Callable[[int], str], Any, Literal["a", 1], Type[int], list[int], dict[str, list[int]], int | str | None, Union[int, str] == int | str, Optional[int] == (int | None))
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int]()
s.push(1)
print(s.items, Stack[int], Stack.__parameters__, T, get_origin(list[int]), get_args(dict[str, int]), get_origin(Union[int, str]) is Union, get_args(Callable[[int, str], bool]))
class P(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
print(P(1), P(1).total(), P._fields, P.__annotations__, P._field_defaults)
class TD(TypedDict, total=False):
    name: str
    age: int
d: TD = {"name": "x"}
print(d, TD(name="y"), type(TD(name="q")), TD.__annotations__, TD.__total__, sorted(TD.__optional_keys__))
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(str, HasLen))
def f(a: int, b: "str" = "x", *c: float, d: Optional[int] = None) -> list[int]: ...
print(get_type_hints(f), f.__annotations__)
class A:
    x: int
    y: ClassVar[str] = "c"
    z: Final = 3
print(A.__annotations__, get_type_hints(A), cast(int, "not checked"), NewType("UserId", int)(5), NewType("UserId", int).__name__, TYPE_CHECKING)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
@final
class Fin: pass
@no_type_check
def h(x: "bad type"): pass
print(g(1), Fin.__final__, assert_type(5, int), typing.get_overloads(g).__len__(), reveal_type.__name__)
for act in (lambda: isinstance([], list[int]), lambda: isinstance([], List[int]), lambda: List[int, str], lambda: Stack[int, str], lambda: Optional[1, 2], lambda: Union[()], lambda: isinstance(5, HasLen2), lambda: Any(), lambda: int[str], lambda: assert_never(5), lambda: Literal(), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, Optional[str])):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
print(list[int]([1, 2]), list[int]() == [], dict[str, int](a=1), type(list[int]).__name__, list[int].__origin__, list[T][int], Annotated[int, "meta"], get_type_hints(A, include_extras=True)["x"])
