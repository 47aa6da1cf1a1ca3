import asyncio
from asyncio import *



async def work(n, d):
    await asyncio.sleep(d)
    print('done', n)
    return n * 10



async def fail():
    await asyncio.sleep(0.01)
    raise ValueError('failed task')



async def main():
    print(await asyncio.gather(work(1, 0.03), work(2, 0.01), work(3, 0.02)))
    print(await asyncio.gather(work(1, 0), fail(), return_exceptions=True))
    t = asyncio.create_task(work(4, 0.01), name='T4')
    print(t.get_name(), t.done())
    print(await t, t.done(), t.result(), t.cancelled())
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel('msg')
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args, t.cancelled())
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e:
        print('timeout', repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print('timeout ctx')
    q = asyncio.Queue(maxsize=2)

    async def prod():
        for i in range(4):
            await q.put(i)
            print('put', i)
        await q.put(None)

    async def cons():
        while (x := (await q.get())) is not None:
            print('got', x)
            q.task_done()
    await asyncio.gather(prod(), cons())
    lock = asyncio.Lock()
    log = []

    async def locked(n):
        async with lock:
            log.append(f'in{n}')
            await asyncio.sleep(0.001)
            log.append(f'out{n}')
    await asyncio.gather(*(locked(i) for i in range(3)))
    print(log)
    ev = asyncio.Event()

    async def waiter():
        await ev.wait()
        print('event!')
        return 'w'
    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    print(await w, ev.is_set())
    sem = asyncio.Semaphore(2)
    active = 0
    peak = 0

    async def limited():
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*[limited() for _ in range(5)])
    print('peak', peak)
    done, pending = await asyncio.wait([asyncio.create_task(work(7, 0.01)), asyncio.create_task(asyncio.sleep(5))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    [p.cancel() for p in pending]
    for c in asyncio.as_completed([work('x', 0.02), work('y', 0.01)]):
        print(await c)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work('tg', 0.01))
            tg.create_task(fail())
            tg.create_task(asyncio.sleep(9))
    except* ValueError as eg:
        print(eg.exceptions)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work('g1', 0))
        b = tg.create_task(work('g2', 0))
    print(a.result(), b.result())
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, 'fut')
    print(await fut, fut.done())
    loop.call_later(0.01, print, 'later')
    await asyncio.sleep(0.02)
    f2 = loop.create_future()
    f2.set_exception(KeyError('fe'))
    try:
        await f2
    except KeyError as e:
        print('fut exc', e)
    try:
        f2.set_result(1)
    except asyncio.InvalidStateError as e:
        print('invalid', e)
    async for i in agen(3):
        print('agen', i)
    print([i async for i in agen(3) if i], {i: await work(i, 0) async for i in agen(2)}, [await c for c in [work('lc', 0)]])
    cond = asyncio.Condition()

    async def cw():
        async with cond:
            await cond.wait()
            print('notified')
    ct = asyncio.create_task(cw())
    await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
    await ct
    s = asyncio.shield(asyncio.create_task(work('sh', 0.01)))
    print(await s)
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutine((x := main())))
    x.close()
    b = asyncio.Barrier(2)

    async def bw(n):
        i = await b.wait()
        return n
    print(sorted(await asyncio.gather(bw(1), bw(2))))
    pq = asyncio.PriorityQueue()
    [pq.put_nowait(x) for x in (3, 1, 2)]
    print([pq.get_nowait() for _ in range(3)], pq.empty())
    try:
        pq.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    t = asyncio.create_task(fail())
    t.add_done_callback(lambda t: print('cb', t.exception()))
    await asyncio.wait([t])
    try:
        await asyncio.create_task(work('n', 0)).foo
    except AttributeError as e:
        print(e)



async def agen(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)
asyncio.run(main())



async def unc():
    raise RuntimeError('uncaught in run')
try:
    asyncio.run(unc())
except RuntimeError as e:
    print(e)
try:
    asyncio.run(5)
except ValueError as e:
    print(e)
with asyncio.Runner() as r:
    print(r.run(work('runner', 0)))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work('old', 0)))
loop.close()
print(loop.is_closed())
asyncio.set_event_loop_policy(None)
