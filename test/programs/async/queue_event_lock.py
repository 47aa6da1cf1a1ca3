# Queue, Event, Lock, Semaphore, Condition.
import asyncio
async def producer(q, n):
    for i in range(n):
        await q.put(i)
        print("put", i, q.qsize())
    await q.put(None)
async def consumer(q):
    got = []
    while (x := await q.get()) is not None:
        got.append(x)
        q.task_done()
    return got
async def main():
    q = asyncio.Queue(maxsize=2)
    _, got = await asyncio.gather(producer(q, 5), consumer(q))
    print(got, q.empty(), q.full(), q.maxsize)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull:
        print("full")
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2): p.put_nowait(x)
    l = asyncio.LifoQueue()
    for x in (3, 1, 2): l.put_nowait(x)
    print([p.get_nowait() for _ in range(3)], [l.get_nowait() for _ in range(3)])
    ev = asyncio.Event()
    async def waiter(i):
        await ev.wait()
        return f"woke {i}"
    ts = [asyncio.create_task(waiter(i)) for i in range(2)]
    await asyncio.sleep(0)
    print(ev.is_set(), [t.done() for t in ts])
    ev.set()
    print(await asyncio.gather(*ts))
    lock, order = asyncio.Lock(), []
    async def critical(i):
        async with lock:
            order.append(f"in{i}")
            await asyncio.sleep(0.01)
            order.append(f"out{i}")
    await asyncio.gather(*(critical(i) for i in range(3)))
    print(order, lock.locked())
    sem, running, peak = asyncio.Semaphore(2), 0, 0
    async def limited():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1
    await asyncio.gather(*(limited() for _ in range(5)))
    print(peak)
    cond, items = asyncio.Condition(), []
    async def cons():
        async with cond:
            await cond.wait_for(lambda: items)
            return items.pop()
    t = asyncio.create_task(cons())
    await asyncio.sleep(0)
    async with cond:
        items.append("item")
        cond.notify_all()
    print(await t)
asyncio.run(main())
