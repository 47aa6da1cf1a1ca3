# With the future import annotations are strings.
from __future__ import annotations
def f(a: int, b: undefined = 1) -> list[Whatever[T]]: ...
class C:
    x: NotDefined
    y: dict[str, 1 + 2] = 5
z: also.not_defined = 3
print(f.__annotations__, C.__annotations__, __annotations__)
def g(x: lambda: 1, y: 'quoted', z: (1, 2), w: -1 if True else [a for a in b]): ...
print(g.__annotations__)
import typing
def h(a: int, b: typing.Optional[str] = None): ...
print(typing.get_type_hints(h))
