# A queue between tasks.
import asyncio
async def producer(q, items):
    for i in items:
        await q.put(i)
        await asyncio.sleep(0)
    await q.put(None)
async def consumer(q, name):
    total = 0
    while True:
        item = await q.get()
        if item is None:
            await q.put(None)
            return name, total
        total += item
        await asyncio.sleep(0.01)
async def main():
    q = asyncio.Queue()
    results = await asyncio.gather(producer(q, range(10)), consumer(q, "a"), consumer(q, "b"))
    print(results[1][0], results[2][0], results[1][1] + results[2][1])
asyncio.run(main())
