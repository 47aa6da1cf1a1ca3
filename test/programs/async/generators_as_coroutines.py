# types.coroutine: generator functions whose generators can be awaited, and wrappers around what is like a generator.
import inspect
import types
from collections.abc import Awaitable, Coroutine


@types.coroutine
def ticks(count):
    for tick in range(count):
        got = yield tick
        print("got", got)
    return "ticked"


def plain():
    yield


print(ticks.__code__.co_flags & 0x100, types.coroutine(ticks) is ticks, type(ticks(1)).__name__)
print(isinstance(ticks(1), Awaitable), isinstance(ticks(1), Coroutine), inspect.isawaitable(ticks(1)), inspect.isawaitable(plain()))


async def main():
    return await ticks(2)


print(types.coroutine(main) is main)
running = main()
print(running.send(None), running.send("a"))
try:
    running.send("b")
except StopIteration as end:
    print(end.value)


async def wrong():
    await plain()


try:
    wrong().send(None)
except TypeError as error:
    print(error)


class Counter:
    """Like a generator, without being one."""

    def __init__(self):
        self.left = 2

    def send(self, value):
        if not self.left:
            raise StopIteration("done")
        self.left -= 1
        return self.left

    def __next__(self):
        return self.send(None)

    def __iter__(self):
        return self

    def throw(self, *arguments):
        print("thrown", arguments)

    def close(self):
        print("closed")


@types.coroutine
def counting():
    return Counter()


@types.coroutine
def number():
    return 5


wrapper = counting()
print(type(wrapper).__name__, wrapper.send(1), next(wrapper), iter(wrapper) is wrapper)
wrapper.throw(ValueError)
wrapper.close()
print(number(), counting.__name__)


async def count():
    return await counting()


running = count()
print(running.send(None), running.send(None))
try:
    running.send(None)
except StopIteration as end:
    print(end.value)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)
