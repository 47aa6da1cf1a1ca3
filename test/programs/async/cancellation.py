# cancel, CancelledError, cleanup, shield, timeouts.
import asyncio
async def worker(name):
    try:
        print("start", name)
        await asyncio.sleep(10)
        print("never")
    except asyncio.CancelledError as e:
        print("cancelled", name, e.args)
        raise
    finally:
        print("cleanup", name)
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "survived"
async def main():
    t = asyncio.create_task(worker("a"))
    await asyncio.sleep(0)
    print(t.cancel("reason"), t.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print("awaited", e.args, t.cancelled(), t.done())
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    never = asyncio.create_task(worker("never started"))
    never.cancel()
    r = await asyncio.gather(never, return_exceptions=True)
    print(type(r[0]).__name__)
    try:
        await asyncio.wait_for(worker("slow"), timeout=0.05)
    except TimeoutError as e:
        print("TimeoutError", repr(e))
    print(await asyncio.wait_for(stubborn_fast(), 1))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    print(issubclass(asyncio.CancelledError, Exception), asyncio.TimeoutError is TimeoutError)
async def stubborn_fast(): return "fast"
asyncio.run(main())
