# Order by sleeping, on virtual time.
import asyncio
async def later(n, out):
    await asyncio.sleep(n / 10)
    out.append(n)
async def main():
    out = []
    await asyncio.gather(*(later(n, out) for n in (5, 1, 4, 2, 3)))
    return out
print(asyncio.run(main()))
async def ticker(name, gap, n):
    for i in range(n):
        await asyncio.sleep(gap)
        print(name, i)
async def both():
    await asyncio.gather(ticker("fast", 0.1, 4), ticker("slow", 0.25, 2))
    print("done")
asyncio.run(both())
