"""asyncio on one deterministic loop: time is the machine's virtual clock, which jumps to the next timer when nothing else is to be done."""
import collections
import heapq
import itertools
import sys
import time
import types
import weakref
from _asyncio_events import *
from _asyncio_events import _get_loop, _set_running, _wrap_awaitable
from _asyncio_sync import *

__all__ = (
    "run", "Runner", "gather", "sleep", "create_task", "Task", "Future", "Queue", "LifoQueue", "PriorityQueue", "QueueEmpty", "QueueFull",
    "QueueShutDown", "Event", "Lock", "Semaphore", "BoundedSemaphore", "Condition", "Barrier", "BrokenBarrierError", "wait", "wait_for",
    "as_completed", "shield", "timeout", "timeout_at", "Timeout", "TaskGroup", "CancelledError", "InvalidStateError", "TimeoutError",
    "IncompleteReadError", "LimitOverrunError", "current_task", "all_tasks", "get_event_loop", "get_running_loop", "new_event_loop",
    "set_event_loop", "get_event_loop_policy", "set_event_loop_policy", "DefaultEventLoopPolicy", "iscoroutine", "iscoroutinefunction", "isfuture", "ensure_future", "wrap_future", "to_thread", "Handle", "TimerHandle",
    "AbstractEventLoop", "BaseEventLoop", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


# --- running

class Runner:
    """Runs several coroutines on one loop, which it closes at the end."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 0
        self._debug = debug
        self._factory = loop_factory
        self._loop = None

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def _begin(self):
        if self._state == 2:
            raise RuntimeError("Runner is closed")
        if self._state == 0:
            self._loop = (self._factory or new_event_loop)()
            if self._factory is None:
                set_event_loop(self._loop)
            self._state = 1

    def get_loop(self):
        self._begin()
        return self._loop

    def close(self):
        if self._state != 1:
            return
        loop = self._loop
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            if self._factory is None:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 2

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _get_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._begin()
        return self._loop.run_until_complete(self._loop.create_task(coro, context=context))


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine on a fresh loop and return its result."""
    if _get_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all(loop):
    left = all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {"message": "unhandled exception during asyncio.run() shutdown", "exception": task.exception(), "task": task}
            )


# --- waiting

async def sleep(delay, result=None):
    """Wait for some (virtual) seconds, then return result."""
    if delay <= 0:
        await _yield_once()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


@types.coroutine
def _yield_once():
    yield


class _Gathering(Future):
    """What gather() returns: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*aws, return_exceptions=False):
    """Run awaitables together; the future's result is the list of their results."""
    if not aws:
        loop = get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    loop = _get_loop()
    children = []
    by_awaitable = {}
    finished = 0
    outer = None

    def child_done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(by_awaitable):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(CancelledError("" if child._cancel_message is None else child._cancel_message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    for awaitable in aws:
        future = by_awaitable.get(awaitable)
        if future is None:
            future = ensure_future(awaitable, loop=loop)
            if loop is None:
                loop = future.get_loop()
            by_awaitable[awaitable] = future
            if future is not awaitable:
                future._log_destroy_pending = False
            future.add_done_callback(child_done)
        children.append(future)
    outer = _Gathering(children, loop=loop)
    return outer


def shield(arg):
    """Await something that a cancellation from outside does not reach."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(future):
        if outer.cancelled():
            if not future.cancelled():
                future.exception()
            return
        if future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future.result())

    def outer_done(future):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for tasks: (done, pending) sets."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def one_done(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(one_done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(one_done)
    done = {future for future in fs if future.done()}
    return done, fs - done


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Await with a time limit: TimeoutError when it is over."""
    if fut is not None and not isfuture(fut) and not iscoroutine(fut) and not hasattr(fut, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with _timeout(timeout):
        return await fut


async def _cancel_and_wait(future):
    waiter = get_running_loop().create_future()

    def done(_):
        _release(waiter)

    future.add_done_callback(done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(done)


class Timeout:
    """Asynchronous context manager that cancels its body when its time comes."""

    def __init__(self, when):
        self._state = "created"
        self._handle = None
        self._task = None
        self._when = when

    def when(self):
        """The time at which it expires, or None."""
        return self._when

    def reschedule(self, when):
        """Set another time; None for never."""
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
        else:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._expire)
            else:
                self._handle = loop.call_at(when, self._expire)

    def expired(self):
        """Has its time come?"""
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = [f"<Timeout [{self._state}]"]
        if self._state == "active":
            info.append(f"when={round(self._when, 3) if self._when is not None else None}")
        return " ".join(info) + ">"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, traceback):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc
                if exc is not None:
                    self._mark(exc)
                    if isinstance(exc, ExceptionGroup):
                        for member in exc.exceptions:
                            self._mark(member)
        elif self._state == "active":
            self._state = "exited"
        return None

    @staticmethod
    def _mark(error):
        # The cancellation that led to this error was the time limit's.
        while error.__context__ is not None:
            if isinstance(error.__context__, CancelledError):
                late = TimeoutError()
                late.__context__ = late.__cause__ = error.__context__
                error.__context__ = late
                break
            error = error.__context__

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None


def timeout(delay):
    """A Timeout that expires after some seconds, or never (None)."""
    return Timeout(get_running_loop().time() + delay if delay is not None else None)


_timeout = timeout


def timeout_at(when):
    """A Timeout that expires at a time of the loop."""
    return Timeout(when)


class _Completed:
    """What as_completed() returns: an iterator, plain or asynchronous."""

    def __init__(self, aws, limit):
        loop = get_event_loop()
        self._done = Queue()
        self._handle = None
        self._todo = {ensure_future(awaitable, loop=loop) for awaitable in set(aws)}
        for future in self._todo:
            future.add_done_callback(self._one_done)
        self._left = len(self._todo)
        if self._todo and limit is not None:
            self._handle = loop.call_later(limit, self._late)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _late(self):
        for future in self._todo:
            future.remove_done_callback(self._one_done)
            self._done.put_nowait(None)
        self._todo.clear()

    def _one_done(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """Iterate over awaitables in the order in which they end."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _Completed(fs, timeout)


async def to_thread(func, /, *args, **kwargs):
    """Call a function; there is one thread, so the loop waits for it."""
    await _yield_once()
    return func(*args, **kwargs)


class TaskGroup:
    """Asynchronous context manager that waits for its tasks; the first failure cancels the others."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._waiter = None

    def __repr__(self):
        info = [""]
        if self._tasks:
            info.append(f"tasks={len(self._tasks)}")
        if self._errors:
            info.append(f"errors={len(self._errors)}")
        if self._aborting:
            info.append("cancelling")
        elif self._entered:
            info.append("entered")
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, exc_type, exc, traceback):
        try:
            return await self._leave(exc_type, exc)
        finally:
            self._parent = None
            self._errors = None
            self._base_error = None
            exc = None

    async def _leave(self, exc_type, exc):
        self._exiting = True
        if exc is not None and isinstance(exc, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = exc
        propagate = exc if exc_type is not None and issubclass(exc_type, CancelledError) else None
        if exc_type is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._waiter is None:
                self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as error:
                if not self._aborting:
                    # The parent was cancelled from outside.
                    propagate = error
                    self._abort()
            self._waiter = None
        if self._base_error is not None:
            try:
                raise self._base_error
            finally:
                exc = None
        if self._parent_cancel_requested:
            # The group itself cancelled the parent: that is no cancellation from outside.
            if self._parent.uncancel() == 0:
                propagate = None
        try:
            if propagate is not None and not self._errors:
                raise propagate
        finally:
            propagate = None
        if exc_type is not None and not issubclass(exc_type, CancelledError):
            self._errors.append(exc)
        if self._errors:
            if self._parent.cancelling():
                self._parent.uncancel()
                self._parent.cancel()
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                exc = None

    def create_task(self, coro, *, name=None, context=None):
        """Start a task of the group."""
        if not self._entered:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, name=name, context=context)
        if task.done():
            self._task_done(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._task_done)
        try:
            return task
        finally:
            del task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent.done():
            self._loop.call_exception_handler(
                {"message": f"Task {task!r} has errored out but its parent task {self._parent} is already completed", "exception": error, "task": task}
            )
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent.cancel()
