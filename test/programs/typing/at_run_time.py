from typing import *
import typing
T = TypeVar('T')
K = TypeVar('K', bound=int)
N = TypeVar('N', int, str)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')



class Stack(Generic[T]):

    def __init__(self):
        self.items: list[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> T:
        return self.items.pop()
s = Stack[int]()
s.push(1)
print(s.pop(), Stack[int], Stack[int].__origin__, Stack[int].__args__, s.__orig_class__, Stack.__parameters__, Stack.__orig_bases__)
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Callable[..., Any], Tuple[int, ...], Type[int], Literal['a', 1], Annotated[int, 'meta'], Final[int], ClassVar[int], Union[int, int], Union[int, Union[str, int]], Any, NoReturn, Never, Self, LiteralString, T, K, N, P, Ts, Iterable[int], Mapping[str, T], Generator[int, None, str], Awaitable[int], Concatenate[int, P], Unpack[Ts], Required[int], NotRequired[str], TypeAlias, TypeGuard[int])



def f(a: int, b: 'str'='', *args: float, **kw: bool) -> Optional[list['Stack']]:
    pass
print(get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int), get_args(Literal[1, 2]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]))



class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD(a=1, b='x'), TD.__annotations__, TD.__required_keys__, TD.__optional_keys__, TD.__total__, type(TD(b='')))



class NT(NamedTuple):
    x: int
    y: str = 'd'

    def m(self):
        return self.x * 2
print(NT(1), NT(1).m(), NT._fields, NT._field_defaults, NT.__annotations__, NT(1)._replace(y='z'), NT(*[5, 'q']) == (5, 'q'), NT._make([1, 2]), NT(3)._asdict())
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)



@runtime_checkable
class HasLen(Protocol):

    def __len__(self) -> int:
        ...
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, HasLen))



@overload
def o(x: int) -> int:
    ...



@overload
def o(x: str) -> str:
    ...



def o(x):
    return x
print(o(5), cast(int, 'x'), TYPE_CHECKING, assert_type(5, int))



@final
class Fin:
    pass
print(Fin.__final__, typing.get_overloads(o).__len__(), is_typeddict(TD), AnyStr.__constraints__, T.__bound__, K.__bound__, N.__constraints__, T.__name__, T.__covariant__)
type Alias[X] = list[X] | dict[str, X]
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__, Alias[int].__args__)



def gen[A: int, *B, **C](x: A, *y: *B) -> A:
    return x
print(gen.__type_params__, gen(5), gen.__type_params__[0].__bound__)



class GC[T1, T2 = int]:
    pass
print(GC[str, int], GC.__parameters__, GC.__type_params__[1].__default__, GC.__type_params__[1].has_default())
for e in ('List[int]()', 'Union[5]', 'Literal[[]]', 'isinstance([], List[int])', 'Optional', 'Stack[int, str]', 'Generic[int]', "TypeVar('X', int)", 'class_', 'ClassVar[int][str]', "NewType('a', int)('x')", 'List[int][str]', 'Dict[int]', 'Annotated[int]', 'Callable[int]', 'Final[int, str]', 'assert_never(5)', "int | 'str'", 'Optional[1]', "TypeVar('A', bound=1)", 'NT()', 'NT(1, 2, 3)', 'NT(1).q', 'get_type_hints(5)'):
    try:
        print(e, '->', eval(e))
    except Exception as x:
        print(e, '!!', type(x).__name__, x)
print(list[int] == list[int], List[int] == List[int], hash(List[int]) == hash(List[int]), List[T][int], Dict[K, T][int, str], Callable[[T], K][str, int], Union[T, int][str], int | None == Optional[int], Union[int, str] == Union[str, int], int | str == Union[int, str])



def deco(fn: Callable[P, T]) -> Callable[P, T]:
    return fn
print(get_type_hints(deco), ForwardRef('x'), get_type_hints(Stack.push), Stack.push.__annotations__)



@dataclass_transform()
def dt(c):
    return c
print(dt.__dataclass_transform__, override(f) is f, get_protocol_members(HasLen), is_protocol(HasLen), NoDefault, ReadOnly[int], TypeIs[int])
