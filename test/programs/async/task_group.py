# TaskGroup: all succeed, one fails, exceptions in a group.
import asyncio
async def ok(n, d=0):
    await asyncio.sleep(d)
    return n
async def bad(msg, d=0):
    await asyncio.sleep(d)
    raise ValueError(msg)
async def slow():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def main():
    async with asyncio.TaskGroup() as tg:
        a, b = tg.create_task(ok(1)), tg.create_task(ok(2, 0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad("x"))
            tg.create_task(slow())
            tg.create_task(ok(3))
    except* ValueError as eg:
        print(eg.message, eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad("one"))
            tg.create_task(bad("two"))
    except ExceptionGroup as eg:
        print([str(e) for e in eg.exceptions])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow())
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as eg:
        print(repr(eg.exceptions[0]))
asyncio.run(main())
