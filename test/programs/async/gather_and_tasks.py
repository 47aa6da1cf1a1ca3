# gather, create_task, ordering on virtual time.
import asyncio
log = []
async def job(name, delay, n=2):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(delay)
    return name.upper()
async def main():
    r = await asyncio.gather(job("a", 0.03), job("b", 0.02), job("c", 0.01))
    print(r, log)
    log.clear()
    t1 = asyncio.create_task(job("x", 0))
    t2 = asyncio.create_task(job("y", 0), name="task y")
    print(t2.get_name(), t1.done())
    await asyncio.sleep(0)
    print(log)
    print(await t1, await t2, t1.done(), t1.result(), t1.exception())
    async def boom(): raise KeyError("boom")
    r = await asyncio.gather(job("z", 0, 1), boom(), return_exceptions=True)
    print(r)
    try:
        await asyncio.gather(job("w", 0), boom())
    except KeyError as e:
        print("gather raised", e)
    t = asyncio.create_task(boom())
    try:
        await t
    except KeyError:
        print(t.done(), repr(t.exception()))
    try:
        asyncio.create_task(job("q", 0)).result()
    except asyncio.InvalidStateError as e:
        print(e)
    print(await asyncio.gather(), asyncio.current_task().get_name() != "", len(asyncio.all_tasks()) >= 1)
asyncio.run(main())
