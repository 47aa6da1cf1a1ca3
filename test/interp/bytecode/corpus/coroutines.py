"""Generators, coroutines, asynchronous loops and comprehensions."""


def simple():
    yield
    x = yield 1
    return x


def delegating(a):
    result = yield from a
    return result


def with_finally(a):
    try:
        yield a
    except GeneratorExit:
        pass
    finally:
        print(a)
    while (yield):
        pass


def closing(a):
    with a as b:
        yield b
        return b


async def plain(a):
    await a
    b = await a()
    return await b


async def loops(a):
    async for x in a:
        if x:
            continue
        if x is None:
            break
        return x
    else:
        await a
    async with a as b, a.c():
        return b
    async with a:
        pass


async def comprehensions(a):
    one = [x async for x in a]
    two = {x: y async for x, y in a if x}
    three = [await x for x in a]
    four = (x async for x in a)
    five = [[y async for y in x] for x in a]
    six = {x for y in a async for x in y}
    return one, two, three, four, five, six


async def generator(a):
    yield 1
    async for x in a:
        yield x
    await a
    return


async def cleanup(a):
    try:
        await a
    except E as e:
        await e
    finally:
        await a.close()


def lambda_generator():
    return lambda: (yield)


class Iterator:
    async def __aenter__(self):
        return self

    def __iter__(self):
        yield self
