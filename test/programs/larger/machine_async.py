"""A factory on asyncio: queues, workers, timeouts, cancellation, task groups, async iterators and context managers."""
import asyncio
import contextlib
from collections import deque
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    effort: float = field(compare=False, default=0.01)


class Broken(Exception):
    pass


class Machine:
    running = 0

    def __init__(self, name, speed=1.0, breaks_at=None):
        self.name, self.speed, self.breaks_at, self.done = name, speed, breaks_at, []

    async def __aenter__(self):
        Machine.running += 1
        await asyncio.sleep(0)
        print(f"{self.name} starts")
        return self

    async def __aexit__(self, kind, error, trace):
        Machine.running -= 1
        print(f"{self.name} stops after {len(self.done)} jobs", kind.__name__ if kind else "")
        return kind is Broken

    async def work(self, job):
        if self.breaks_at == job.name:
            raise Broken(f"{self.name} breaks at {job.name}")
        await asyncio.sleep(job.effort / self.speed)
        self.done.append(job.name)
        return f"{job.name}@{self.name}"


class Belt:
    """An async iterator over what comes along."""

    def __init__(self, items, pause):
        self.items, self.pause = deque(items), pause

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        await asyncio.sleep(self.pause)
        return self.items.popleft()


async def operate(machine, queue, results):
    async with machine:
        while True:
            job = await queue.get()
            try:
                results.append(await machine.work(job))
            finally:
                queue.task_done()


@contextlib.asynccontextmanager
async def shift(name):
    print("shift", name, "begins")
    try:
        yield name.upper()
    except TimeoutError:
        print("shift", name, "ran out of time")
    finally:
        print("shift", name, "ends")


async def ticker(period, ticks):
    try:
        while True:
            await asyncio.sleep(period)
            ticks.append(round(asyncio.get_running_loop().time() - ticks[0], 1))
    except asyncio.CancelledError:
        print("ticker stops after", len(ticks) - 1)
        raise


async def numbers(count):
    for n in range(count):
        yield n
        await asyncio.sleep(0.001)


async def main():
    queue, results = asyncio.PriorityQueue(), []
    async for job in Belt([Job(3, "paint"), Job(1, "cut"), Job(2, "drill"), Job(1, "weld", 0.02), Job(5, "pack")], 0.001):
        await queue.put(job)
    machines = [Machine("M1"), Machine("M2", 2.0), Machine("M3", 1.0, "drill")]
    workers = [asyncio.create_task(operate(machine, queue, results), name=machine.name) for machine in machines]
    await queue.join()
    for worker in workers:
        worker.cancel()
    ends = await asyncio.gather(*workers, return_exceptions=True)
    print([type(end).__name__ for end in ends], Machine.running)
    print(sorted(results), [machine.done for machine in machines])

    ticks = [asyncio.get_running_loop().time()]
    clock = asyncio.create_task(ticker(0.1, ticks))
    async with shift("early") as name, asyncio.timeout(0.35):
        print("working", name)
        await asyncio.sleep(10)
    clock.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await clock
    print(len(ticks) - 1, clock.cancelled())

    async def fails(after, error):
        await asyncio.sleep(after)
        raise error

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0.01, ValueError("first")))
            group.create_task(fails(0.01, KeyError("second")))
            long = group.create_task(asyncio.sleep(5))
    except* ValueError as errors:
        print("values", errors.exceptions, long.cancelled())
    except* KeyError as errors:
        print("keys", errors.exceptions)

    print([n async for n in numbers(5) if n % 2], {n: n * n async for n in numbers(3)}, [await asyncio.sleep(0, n) for n in range(3)])
    print(sum([n async for n in numbers(10)]), await anext(numbers(3)), await anext(aiter(Belt([], 0)), "empty"))
    first, rest = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.3, 0.1, 0.2)], return_when=asyncio.FIRST_COMPLETED)
    print(len(first), len(rest), first.pop().result(), sorted([await task for task in rest]))
    lock, trace = asyncio.Lock(), []

    async def careful(name):
        async with lock:
            trace.append(name + "+")
            await asyncio.sleep(0.001)
            trace.append(name + "-")

    await asyncio.gather(*map(careful, "abc"))
    print("".join(trace), lock.locked())
    event, order = asyncio.Event(), []

    async def waits(n):
        await event.wait()
        order.append(n)

    waiting = [asyncio.ensure_future(waits(n)) for n in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.wait(waiting)
    print(order, [task.done() for task in waiting])
    try:
        await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.05, "late")), 0.01)
    except TimeoutError as error:
        print("timeout", repr(error))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 42)
    print(await future, future)
    task = asyncio.create_task(fails(0, RuntimeError("seen")))
    await asyncio.sleep(0.01)
    print(task.exception(), task.done())
    return "finished"


print(asyncio.run(main()))
