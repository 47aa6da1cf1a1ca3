# Annotations as people write them.
from typing import List, Dict, Optional, Union, Callable, Iterator, Tuple, Any, NamedTuple, TypeVar, Generic
T = TypeVar("T")
def first(xs: List[T], default: Optional[T] = None) -> Optional[T]: return xs[0] if xs else default
def apply(f: Callable[[int], int], n: int) -> int: return f(n)
def gen(n: int) -> Iterator[int]: yield from range(n)
class Stack(Generic[T]):
    def __init__(self) -> None: self._items: List[T] = []
    def push(self, item: T) -> "Stack[T]": self._items.append(item); return self
    def pop(self) -> T: return self._items.pop()
class Emp(NamedTuple):
    name: str
    id: int = 3
x: Dict[str, Union[int, str]] = {"a": 1}
y: Tuple[int, ...] = (1, 2)
z: "list[int] | None" = None
print(first([1, 2]), first([]), apply(lambda v: v + 1, 2), list(gen(3)), Stack[int]().push(5).pop(), Emp("a"), Emp("b", 7).id, x, y, z)
print(first.__annotations__["return"], __annotations__["z"], Optional[int] == Union[int, None], List[int], Dict[str, Any])
