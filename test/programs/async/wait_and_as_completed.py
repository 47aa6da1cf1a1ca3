# wait, as_completed, futures, loop calls, virtual time.
import asyncio
async def job(n):
    await asyncio.sleep(n / 100)
    return n
async def main():
    loop = asyncio.get_running_loop()
    ts = [asyncio.create_task(job(n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(ts)
    print(sorted(t.result() for t in done), len(pending))
    print([await c for c in asyncio.as_completed([job(3), job(1), job(2)])])
    fut = loop.create_future()
    loop.call_soon(fut.set_result, "set soon")
    print(fut.done(), await fut, fut.done())
    order = []
    loop.call_later(0.02, order.append, "later")
    loop.call_later(0.01, order.append, "sooner")
    loop.call_soon(order.append, "soon")
    h = loop.call_later(0.015, order.append, "cancelled")
    h.cancel()
    await asyncio.sleep(0.03)
    print(order)
    f2 = loop.create_future()
    f2.add_done_callback(lambda f: order.append(("cb", f.exception().args)))
    f2.set_exception(ValueError("e"))
    try:
        await f2
    except ValueError as e:
        print(repr(e))
    await asyncio.sleep(0)
    print(order[-1])
    try:
        f2.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    t0 = loop.time()
    await asyncio.sleep(0.05)
    print(loop.time() - t0 >= 0.049, await asyncio.sleep(0, "value"), asyncio.iscoroutinefunction(job), asyncio.iscoroutine(c := job(1)), asyncio.isfuture(fut))
    c.close()
    async with asyncio.timeout(None): pass
    inner = asyncio.create_task(job(1))
    outer = asyncio.shield(inner)
    print(await outer)
asyncio.run(main())
