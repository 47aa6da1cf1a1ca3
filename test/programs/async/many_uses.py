# Workers, timeouts, groups, events, conditions.
import asyncio, time
async def worker(name, q, res):
    while True:
        item = await q.get()
        try:
            if item is None: return name
            await asyncio.sleep(item / 100); res.append((name, item))
        finally: q.task_done()
async def producer(n):
    for i in range(n): await asyncio.sleep(0.01); yield i * i
class Lock2:
    async def __aenter__(self): print("enter"); await asyncio.sleep(0); return self
    async def __aexit__(self, t, v, tb): print("exit", t and t.__name__); return t is KeyError
async def fail(n): await asyncio.sleep(n / 100); raise ValueError(f"fail {n}")
async def main():
    t0 = time.monotonic(); loop = asyncio.get_running_loop()
    print(await asyncio.gather(asyncio.sleep(0.2, "a"), asyncio.sleep(0.1, "b")), round(time.monotonic() - t0, 1))
    q, res = asyncio.Queue(maxsize=2), []
    ws = [asyncio.create_task(worker(f"w{i}", q, res), name=f"W{i}") for i in range(3)]
    for i in (5, 1, 3, 2, 4): await q.put(i)
    await q.join()
    for _ in ws: await q.put(None)
    print(await asyncio.gather(*ws), res, [w.get_name() for w in ws])
    print([x async for x in producer(5) if x % 2 == 0], {k: v async for k, v in aenum(producer(3))})
    async with Lock2() as l: print(type(l).__name__); {}["x"]
    r = await asyncio.gather(fail(2), asyncio.sleep(0.01, 1), fail(1), return_exceptions=True); print(r)
    try: await asyncio.wait_for(asyncio.sleep(5), 0.1)
    except TimeoutError as e: print("timeout", repr(e), asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(0.05): await asyncio.sleep(1)
    except TimeoutError: print("timeout2")
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(fail(1)); tg.create_task(fail(1)); tg.create_task(asyncio.sleep(9))
    except* ValueError as eg: print(eg, [str(e) for e in eg.exceptions])
    t = asyncio.create_task(asyncio.sleep(10)); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args, t.cancelled(), t.done())
    ev, order = asyncio.Event(), []
    async def waiter(i): await ev.wait(); order.append(i)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); ev.set(); await asyncio.wait(ts); print(order)
    sem, active, peak = asyncio.Semaphore(2), 0, 0
    async def job():
        nonlocal active, peak
        async with sem: active += 1; peak = max(peak, active); await asyncio.sleep(0.01); active -= 1
    await asyncio.gather(*(job() for _ in range(6))); print("peak", peak)
    for c in asyncio.as_completed([asyncio.sleep(0.03, "slow"), asyncio.sleep(0.01, "fast")]): print(await c)
    f = loop.create_future(); loop.call_later(0.01, f.set_result, 42); print(await f, f)
    done, pend = await asyncio.wait([asyncio.create_task(asyncio.sleep(x)) for x in (0.01, 5)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pend)); [p.cancel() for p in pend]
    ag = producer(9); print(await anext(ag), await ag.__anext__()); await ag.aclose(); print(await anext(ag, "end"))
    try: await 5
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with open_(): pass
    except TypeError as e: print(e)
    print(await asyncio.to_thread(sum, [1, 2])) if False else None
    cond = asyncio.Condition(); got = []
    async def cw():
        async with cond: await cond.wait_for(lambda: got); print("cond", got)
    tt = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: got.append(1); cond.notify_all()
    await tt
def open_(): return 3
async def aenum(it):
    i = 0
    async for x in it: yield i, x; i += 1
asyncio.run(main())
try: asyncio.run(fail(0))
except ValueError as e: print(e)
try: asyncio.run(3)
except ValueError as e: print(e)
c = fail(1); print(type(c).__name__, c.cr_running); c.close()
asyncio.run(fail(3))
