# How a call that cannot be unpacked names what it calls: by __qualname__ and __module__, whatever it is.
import functools


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__} {error}".split(" at 0x")[0]


def generator():
    yield


async def coroutine():
    pass


class Callable:
    __qualname__ = "Named"

    def __call__(self):
        pass

    def __str__(self):
        return "text"

    def method(self):
        pass

    @staticmethod
    def static():
        pass


def having(**attributes):
    made = Callable()
    vars(made).update(attributes)
    return made


waiting = coroutine()
for callee in (
    generator(), waiting, Callable(), having(__qualname__="own"), having(__qualname__=5), having(__qualname__="own", __module__="mod"),
    having(__qualname__="own", __module__=5), having(__qualname__="own", __module__=None), having(__qualname__="own", __module__="builtins"),
    Callable, Callable().method, Callable.static, len, [].append, functools.partial(len), lambda: 1, str, list.append, 5, "a", None,
    dict.fromkeys, print, type, int.__add__, (1).__add__, property(), range(3), Ellipsis,
):
    print(attempt(lambda: callee(**None)))
    print(attempt(lambda: callee(a=1, **{"a": 2})))
    print(attempt(lambda: callee(*None)))
waiting.close()
