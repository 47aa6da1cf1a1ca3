"""asyncio for beginners: cooks, a queue of orders, a lock on the oven, time-outs, and errors of a group."""
import asyncio


class Kitchen:
    def __init__(self):
        self.oven = asyncio.Lock()
        self.orders = asyncio.Queue(maxsize=3)
        self.served = []

    async def cook(self, name):
        while True:
            order = await self.orders.get()
            try:
                if order is None:
                    return f"{name} goes home"
                dish, minutes = order
                async with self.oven:
                    await asyncio.sleep(minutes)
                self.served.append((dish, name))
            finally:
                self.orders.task_done()

    async def take_orders(self, orders):
        for order in orders:
            await self.orders.put(order)
            await asyncio.sleep(0.1)


async def slow(seconds, result):
    await asyncio.sleep(seconds)
    return result


async def failing(text):
    await asyncio.sleep(0.5)
    raise ValueError(text)


async def countdown(n):
    for left in range(n, 0, -1):
        yield left
        await asyncio.sleep(0.01)


async def main():
    kitchen = Kitchen()
    loop = asyncio.get_running_loop()
    start = loop.time()
    cooks = [asyncio.create_task(kitchen.cook(name), name=name) for name in ("Ann", "Ben")]
    await kitchen.take_orders([("soup", 1), ("bread", 2), ("pie", 3), ("tea", 0.5)])
    for _ in cooks:
        await kitchen.orders.put(None)
    await kitchen.orders.join()
    print(kitchen.served, await asyncio.gather(*cooks), round(loop.time() - start, 1) >= 6.5)

    print(await asyncio.gather(slow(2, "b"), slow(1, "a"), failing("oops"), return_exceptions=True))
    try:
        await asyncio.wait_for(slow(10, "never"), timeout=1)
    except asyncio.TimeoutError as error:
        print("too slow:", repr(error))
    try:
        async with asyncio.timeout(0.2):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    done, pending = await asyncio.wait([asyncio.create_task(slow(n, n)) for n in (3, 1, 2)], return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()
    print([type(x).__name__ for x in await asyncio.gather(*pending, return_exceptions=True)])
    print([await step for step in asyncio.as_completed([slow(0.3, "x"), slow(0.1, "y")])])
    try:
        async with asyncio.TaskGroup() as group:
            good = group.create_task(slow(0.1, "fine"))
            group.create_task(failing("one"))
            group.create_task(failing("two"))
    except* ValueError as errors:
        print(good.result(), sorted(str(e) for e in errors.exceptions), errors.message)
    print([n async for n in countdown(3)], {n: n async for n in countdown(2) if n > 1})
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(waiter.done(), event.set(), await waiter)
    semaphore = asyncio.Semaphore(2)

    async def guarded(n):
        async with semaphore:
            await asyncio.sleep(0.1)
            return n, semaphore.locked()

    print(await asyncio.gather(*map(guarded, range(3))))
    return "closed"


print(asyncio.run(main()))
