# async with: protocol, several managers, exceptions.
import asyncio
from contextlib import asynccontextmanager
class R:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.n)
        return self.n
    async def __aexit__(self, t, v, tb):
        await asyncio.sleep(0)
        print("exit", self.n, t and t.__name__)
        return self.swallow
@asynccontextmanager
async def cm(x):
    print("before", x)
    try:
        yield x * 2
    except KeyError as e:
        print("cm saw", e)
    finally:
        print("after", x)
async def main():
    async with R("a") as a, R("b") as b: print(a, b)
    async with R("s", True): raise ValueError("swallowed")
    try:
        async with R("o"), R("i"): raise ValueError("out")
    except ValueError as e: print(e)
    async with cm(5) as v: print(v)
    async with cm(6): raise KeyError("k")
    for bad in (5, open):
        try:
            async with bad: pass
        except TypeError as e: print(e)
    async with (R("p") as p, R("q")): print(p)
    return "ok"
print(asyncio.run(main()))
