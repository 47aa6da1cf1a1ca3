# Argument parsing calls the type of None "None"; messages that are written elsewhere call it NoneType.
import array
import collections
import itertools
import sys
import types
import unicodedata


def attempt(text):
    try:
        print(text, "gives", eval(text))
    except Exception as error:
        print(text, "raises", type(error).__name__, error)


for text in """
format(1, None)
array.array(None)
array.array('w').fromunicode(None)
itertools.product().__setstate__(None)
unicodedata.name(None)
unicodedata.lookup(None)
unicodedata.lookup(b'SPACE')
unicodedata.category(None)
sys.intern(None)
sys.call_tracing(len, None)
b''.ljust(1, None)
types.ModuleType(None)
types.MappingProxyType(None)
type(None, (), {})
type('a', None, {})
type('a', (), None)
types.FunctionType(None, {})
types.FunctionType((lambda: 0).__code__, None)
object().__format__(None)
dict(**None)
print(*None)
compile('1', 'a', None)
(lambda: 0).__code__.replace(co_name=None)
(lambda: 0).__code__.replace(co_consts=None)
''.encode(None)
b''.decode(None)
str(b'', None)
str(b'', 'utf-8', None)
''.find(None)
''.replace('a', None)
ExceptionGroup(None, [])
ExceptionGroup('a', None)
super(None)
memoryview(b'').tobytes(5)
collections.deque(None)
collections.deque([], None)
collections.deque([], 'a')
""".split("\n")[1:-1]:
    attempt(text)

print("methods that are slots")


def generator():
    yield 1


async def coroutine():
    pass


awaited = coroutine().__await__()
for each in generator(), awaited, iter([]), zip(), enumerate([]):
    for name, args in ("__next__", (1,)), ("__iter__", (1,)), ("__next__", (1, 2)):
        try:
            getattr(each, name)(*args)
        except TypeError as error:
            print(type(each).__name__, name, error)
    print(type(each.__next__).__name__)
for step in list(awaited):
    pass

print("the nearest class with a __new__ of its own")


class Plain(list):
    pass


class Written(Plain):
    def __new__(cls):
        return 1


class Below(Written):
    pass


for each in Plain, Written, Below, int, type("Keyed", (dict,), {}), type(generator), type(None), type:
    for made_by in object, list:
        try:
            print(type(made_by.__new__(each)).__name__)
        except TypeError as error:
            print(error)
