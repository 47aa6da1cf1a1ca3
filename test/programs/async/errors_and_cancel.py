# Exceptions through await, gather and cancel.
import asyncio
async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)
async def main():
    try: await fail(1)
    except ValueError as e: print("caught", e)
    print(await asyncio.gather(fail(2), asyncio.sleep(0, "ok"), return_exceptions=True))
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError: print("timeout")
asyncio.run(main())
