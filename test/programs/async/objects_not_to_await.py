# What `await` and `async for` say of objects that they cannot wait for.


class Source:
    """Its __anext__ is a plain function, as when `async` was forgotten."""

    def __init__(self, value):
        self.value = value

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.value


class Waiting:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        if isinstance(self.iterator, Exception):
            raise self.iterator
        return self.iterator


async def nothing():
    pass


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        print("returned", end.value)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
        print("  from", repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


unused = nothing()
for value in (), 5, Waiting(3), Waiting(unused), Waiting(ZeroDivisionError("inside")):

    async def loop():
        async for item in Source(value):
            print(item)

    async def wait():
        await value

    run(loop())
    run(wait())
unused.close()


# throw() with a class, a value and a traceback, each of which may be wrong.
import warnings

warnings.simplefilter("ignore")


def listening():
    while True:
        try:
            yield
        except Exception as error:
            print("heard", repr(error))


listener = listening()
next(listener)
listener.throw(ValueError, TypeError(1))
listener.throw(ValueError, ValueError(2), None)
listener.throw(KeyError, (2, "gone"))
for arguments in (ValueError, "text", 5), (ValueError(3), "text"), (5,):
    try:
        listener.throw(*arguments)
    except TypeError as error:
        print("TypeError:", error)
