"""Type parameters, type aliases, annotations."""
type Alias = int
type Pair[T] = tuple[T, T]
type Bounded[T: int, *Ts, **P] = list[T]
type Constrained[T: (int, str) = int] = T


def identity[T](x: T) -> T:
    return x


def bounded[T: Base = Derived, *Ts = *tuple[int], **P = [int]](x: T, *args: *Ts, y=1, **kw: P.kwargs) -> T:
    def inner(z: T):
        return z

    return inner


class Box[T](Base[T], metaclass=Meta):
    item: T

    def get(self) -> T:
        return self.item

    def map[U](self, f: Callable[[T], U]) -> "Box[U]":
        return f(self.item)

    type Nested = T

    class Inner[V]:
        both: tuple[T, V]


@decorator
class Plain[T]:
    pass


@decorator
def wrapped[T](x: T): ...


x: int = 1
y: str
(z): int = 2
a.b: int = 3
c[0]: int
d[1:2]: str = 4
