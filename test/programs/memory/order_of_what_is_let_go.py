# tier: C
# In which order what an object holds is let go: CPython's tp_dealloc of each type.
import collections
import contextvars
import functools
import gc
import io
import itertools
import operator
import types
import weakref


class Part:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        if telling:
            print(end=f" {self.number}")

    def __call__(self, *args):
        return None

    def __iter__(self):
        return self

    def __next__(self):
        return 0

    def __index__(self):
        return 1

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return self is other


def body(first, second=None, *, third=None):
    held = first, second
    yield held
    yield third


async def coroutine(first, second):
    return first


async def agen(first, second):
    yield first


def frame(first, second, error):
    raise error


def framed(error):
    try:
        frame(Part(11), Part(12), error)
    except Exception as caught:
        return caught


def noted(error):
    error.first = Part(5)
    error.__cause__ = OSError(Part(6))
    error.__context__ = KeyError(Part(7))
    error.__notes__ = [Part(8)]
    return error


def advanced(iterator):
    next(iterator)
    return iterator


def made(first, second):
    def inner(a=first, *, b=second):
        return c
    c = Part(3)
    inner.d = Part(4)
    inner.__annotations__ = {"a": Part(5)}
    inner.__doc__ = [Part(6)]
    inner.__module__ = Part(7)
    inner.__type_params__ = (Part(8),)
    return inner


MAKERS = """
filter(Part(1), Part(2))
filter(Part(1), [Part(2)])
map(Part(1), Part(2), Part(3))
zip(Part(1), Part(2), Part(3))
advanced(zip([Part(1)], [Part(2)]))
enumerate(Part(1))
enumerate([Part(1)], 10**40)
reversed([Part(1), Part(2)])
iter(Part(1), Part(2))
iter([Part(1), Part(2)])
iter((Part(1), Part(2)))
iter({Part(1): Part(2)})
iter({Part(1): Part(2)}.items())
advanced(iter({Part(1): Part(2), Part(3): Part(4)}.items()))
{Part(1): Part(2), Part(3): Part(4)}
{Part(1): Part(2)}.values()
{Part(1)}
iter({Part(1)})
frozenset([Part(1)])
(Part(1), Part(2))
[Part(1), Part(2)]
slice(Part(1), Part(2), Part(3))
property(Part(1), Part(2), Part(3), Part(4))
staticmethod(Part(1))
classmethod(Part(1))
types.MethodType(Part(1), Part(2))
types.SimpleNamespace(a=Part(1), b=Part(2))
types.MappingProxyType({1: Part(1), 2: Part(2)})
types.GenericAlias(Part(1), (Part(2), Part(3)))
types.CellType(Part(1))
types.ModuleType("m", [Part(1)])
body(Part(1), Part(2), third=Part(3))
advanced(body(Part(1), Part(2), third=Part(3)))
(each for each in [Part(1), Part(2)])
agen(Part(1), Part(2))
made(Part(1), Part(2))
lambda a=Part(1), *, b=Part(2): None
framed(ValueError(Part(1)))
framed(noted(ValueError(Part(1), Part(2))))
noted(OSError(Part(1), Part(2), Part(3), None, Part(4)))
noted(ImportError(Part(1), name=Part(2), path=Part(3)))
noted(StopIteration(Part(1)))
noted(SystemExit(Part(1), Part(2)))
noted(SyntaxError(Part(1), (Part(2), Part(3), Part(4), Part(5), Part(6), Part(9))))
noted(AttributeError(Part(1), name=Part(2), obj=Part(3)))
noted(NameError(Part(1), name=Part(2)))
noted(KeyError(Part(1)))
ExceptionGroup("g", [ValueError(Part(1)), KeyError(Part(2))])
functools.partial(Part(1), Part(2), Part(3), k=Part(4))
functools.lru_cache(Part(1))
functools.cmp_to_key(Part(1))(Part(2))
functools.cmp_to_key(Part(1))
operator.itemgetter(Part(1), Part(2))
operator.itemgetter(Part(1))
operator.methodcaller("m", Part(1), Part(2), k=Part(3))
itertools.accumulate(Part(1), Part(2), initial=Part(3))
advanced(itertools.accumulate(Part(1), Part(2), initial=Part(3)))
itertools.batched(Part(1), 2)
itertools.chain(Part(1), Part(2))
advanced(itertools.chain(Part(1), Part(2)))
itertools.chain.from_iterable(Part(1))
itertools.combinations([Part(1), Part(2)], 2)
advanced(itertools.combinations([Part(1), Part(2)], 2))
itertools.combinations_with_replacement([Part(1), Part(2)], 2)
advanced(itertools.combinations_with_replacement([Part(1), Part(2)], 2))
itertools.compress(Part(1), Part(2))
itertools.count(Part(1), Part(2)) if hasattr(Part, "__add__") else None
itertools.cycle(Part(1))
advanced(advanced(itertools.cycle([Part(1), Part(2)])))
itertools.dropwhile(Part(1), Part(2))
itertools.filterfalse(Part(1), Part(2))
itertools.groupby([Part(1), Part(2)], Part(3))
advanced(itertools.groupby([Part(1), Part(2)], Part(3)))
next(itertools.groupby([Part(1), Part(2)], Part(3)))
itertools.islice(Part(1), 4)
itertools.pairwise([Part(1), Part(2)])
advanced(itertools.pairwise([Part(1), Part(2), Part(3)]))
itertools.permutations([Part(1), Part(2)])
advanced(itertools.permutations([Part(1), Part(2)]))
itertools.product([Part(1), Part(2)], [Part(3), Part(4)])
advanced(itertools.product([Part(1), Part(2)], [Part(3), Part(4)]))
itertools.repeat(Part(1))
itertools.starmap(Part(1), Part(2))
itertools.takewhile(Part(1), Part(2))
itertools.tee([Part(1), Part(2)])
advanced(itertools.tee([Part(1), Part(2)])[0])
itertools.zip_longest(Part(1), Part(2), fillvalue=Part(3))
advanced(itertools.zip_longest([Part(1)], [Part(2)], fillvalue=Part(3)))
collections.deque([Part(1), Part(2)])
iter(collections.deque([Part(1), Part(2)]))
collections.defaultdict(Part(1), {1: Part(2)})
collections.OrderedDict([(Part(1), Part(2)), (3, Part(3))])
iter(collections.OrderedDict([(Part(1), Part(2)), (3, Part(3))]))
collections.Counter([Part(1), Part(2)])
collections.ChainMap({1: Part(1)}, {1: Part(2)})
collections.UserList([Part(1), Part(2)])
collections.namedtuple("N", "a b")(Part(1), Part(2))
weakref.ref(body, Part(1))
weakref.finalize(Part, Part(1), Part(2), k=Part(3)).detach()
contextvars.ContextVar("x", default=Part(1))
super(Part, Part(1))
Part(1).__call__
Part(1).__hash__
Part(1).__init__
[Part(1)].append
[Part(1)].__len__
memoryview(type("B", (bytearray,), {})(b"x"))
type("T", (), {"__slots__": ("a",), "b": Part(1), "c": Part(2)})
type("T", (Part,), {"a": Part(1)})(2)
list[Part(1)]
Part | int
io.StringIO()
list[Part(1), Part(2)]
types.UnionType
""".strip().split("\n")

telling = True
gc.disable()
for maker in MAKERS:
    print(end=maker + " ->")
    made_object = eval(maker)
    print(end=" :")
    del made_object
    print()
telling = False

# The dict and the tuple of an iterator over an OrderedDict: its next key is its own, and it fills one tuple again and again.
import sys

ordered = collections.OrderedDict([([1].__len__, 1), (2, 3)])
first = next(iter(ordered))
before = sys.getrefcount(first)
iterator = iter(ordered)
print(sys.getrefcount(first) - before, gc.get_referents(iterator) == [ordered, first])
print(next(iterator) is first, sys.getrefcount(first) - before, list(iterator), gc.get_referents(iterator))
pairs = iter(ordered.items())
print(len({id(pair) for pair in pairs}), len({id(pair) for pair in list(reversed(ordered.items()))}))
for change in lambda: ordered.pop(2), lambda: ordered.update({9: 9}), ordered.clear:
    changing = iter(ordered.items())
    next(changing)
    change()
    for _ in range(2):
        try:
            print(next(changing, "end"))
        except RuntimeError as error:
            print(error)
