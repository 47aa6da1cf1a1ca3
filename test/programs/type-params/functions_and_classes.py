# PEP 695: type parameters of functions, classes and aliases; lazy evaluation.
def first[T](xs: list[T]) -> T: return xs[0]
print(first([1, 2]), first.__type_params__, first.__annotations__, [type(p).__name__ for p in first.__type_params__])
class Box[T, *Ts, **P]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
    def map[U](self, f) -> "Box[U]": return Box(f(self.v))
b = Box[int, str, [int]](5)
print(b.get(), b.map(str).v, Box.__type_params__, Box[int, str, [bytes]], Box.__parameters__, Box.__orig_bases__, [c.__name__ for c in Box.__mro__])
type Pair[A] = tuple[A, A]
type Json = dict[str, Json] | list[Json] | str | int | None
print(Pair, Pair.__value__, Pair.__type_params__, Json.__name__, type(Json).__name__, Pair[int].__args__)
type Lazy = undefined_until_asked
try:
    Lazy.__value__
except NameError as e:
    print(e)
undefined_until_asked = int
print(Lazy.__value__)
def bounded[T: int, U: (int, str)](x: T) -> U: ...
t, u = bounded.__type_params__
print(t.__bound__, u.__constraints__, t.__name__, repr(t))
class D[T = int]: pass
print(D.__type_params__[0].__default__, D.__type_params__[0].has_default(), t.has_default())
class Single[T](Box): pass
class Sub[T](Single[T]): pass
print(Sub[int]("x").get(), Sub.__mro__[1].__name__)
def scope[T]():
    def inner(x: T): return T
    return inner(1) is scope.__type_params__[0]
print(scope())
type = 5
print(type)
class M[T]:
    def meth(self): return T
    class Inner:
        def deep(self): return T
print(M().meth() is M.__type_params__[0], M.Inner().deep().__name__)
