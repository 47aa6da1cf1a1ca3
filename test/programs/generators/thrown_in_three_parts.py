"""generator.throw(type, value, traceback) still works, and says that it is the old way."""
# stderr: full
import asyncio
import warnings


def patient():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            print("caught", repr(error))


async def streaming():
    while True:
        try:
            yield "item"
        except KeyError as error:
            print("caught", repr(error))


class Turn:
    def __await__(self):
        try:
            yield "turn"
        except OSError as error:
            print("caught", repr(error))
        return "over"


async def waiting():
    return await Turn()


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    held = patient()
    next(held)
    print(held.throw(ValueError("one")))
    print(held.throw(ValueError, "two"))
    print(held.throw(ValueError, ValueError("three"), None))
    print(len(seen), [str(each.message) for each in seen][:1], seen[0].category.__name__)

    coroutine = waiting()
    coroutine.send(None)
    try:
        coroutine.throw(OSError, "four")
    except StopIteration as stop:
        print(stop.value, len(seen))

    async def main():
        stream = streaming()
        print(await anext(stream), await stream.athrow(KeyError, "five"))
        print(len(seen), seen[-1].message)
        await stream.aclose()

    asyncio.run(main())

with warnings.catch_warnings():
    warnings.simplefilter("error")
    held = patient()
    next(held)
    try:
        held.throw(ValueError, "never")
    except DeprecationWarning as warning:
        print("refused", warning)
    print(next(held))
held.throw(ValueError, "seen on stderr")
