# Async generators, async for, async comprehensions, aclose.
import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got: print("got", got)
    finally:
        print("agen cleanup")
class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def double(x): return x * 2
async def main():
    async for x in agen(3): print(x, end=" ")
    else: print("else")
    print([x async for x in agen(3) if x], {x async for x in Countdown(3)} == {0, 1, 2}, {x: await double(x) async for x in Countdown(2)}, [await double(i) for i in range(3)])
    g = agen(5)
    print(await g.__anext__(), await anext(g), await g.asend("hello"))
    await g.aclose()
    print(await anext(g, "default"))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    h = agen(2)
    await anext(h)
    try:
        await h.athrow(ValueError("thrown"))
    except ValueError as e:
        print(e)
    ge = (x * x async for x in Countdown(4))
    print(type(ge).__name__, [y async for y in ge], sum([x async for x in Countdown(4)]))
    async for x in agen(10):
        if x == 1: break
    print("broke")
    for bad in (5, [1]):
        try:
            async for x in bad: pass
        except TypeError as e:
            print(e)
    async for a, b in pairs(): print(a, b)
async def pairs():
    yield 1, 2
    yield 3, 4
asyncio.run(main())
