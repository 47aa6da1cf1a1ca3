# Coroutines, await, asyncio.run.
import asyncio
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
async def main():
    print("main starts")
    x = await add(1, 2)
    y = await add(x, 10)
    print(x, y)
    return "result"
print(asyncio.run(main()))
c = add(1, 2)
print(type(c).__name__, c.cr_frame is not None, c.__name__)
c.close()
async def fail():
    raise ValueError("inside")
async def catcher():
    try:
        await fail()
    except ValueError as e:
        return f"caught {e}"
    finally:
        print("finally")
print(asyncio.run(catcher()))
try:
    asyncio.run(fail())
except ValueError as e:
    print(e)
async def nothing(): pass
print(asyncio.run(nothing()))
for bad in (5, nothing):
    try:
        asyncio.run(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split("<")[0])
async def wrong():
    await 5
try:
    asyncio.run(wrong())
except TypeError as e:
    print(e)
async def inner_run():
    c = nothing()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        c.close()
        return str(e)
print(asyncio.run(inner_run()))
async def twice():
    c = nothing()
    await c
    try:
        await c
    except RuntimeError as e:
        return str(e)
print(asyncio.run(twice()))
