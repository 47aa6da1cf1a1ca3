"""The event loop, futures and tasks of asyncio."""
import collections
import heapq
import math
import inspect
import itertools
import sys
import time
import types
import weakref
from _typenames import dotted as _dotted

__all__ = [
    "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError", "Handle", "TimerHandle",
    "AbstractEventLoop", "BaseEventLoop", "Future", "Task", "get_running_loop", "get_event_loop", "new_event_loop", "set_event_loop",
    "current_task", "all_tasks", "create_task", "ensure_future", "wrap_future", "isfuture", "iscoroutine", "iscoroutinefunction",
    "get_event_loop_policy", "set_event_loop_policy", "DefaultEventLoopPolicy",
]


class CancelledError(BaseException):
    """The Future or Task was cancelled."""


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


for _error in (CancelledError, InvalidStateError, IncompleteReadError, LimitOverrunError):
    _error.__module__ = "asyncio.exceptions"
del _error

TimeoutError = TimeoutError

_running = None
_current_loop = None
_current_tasks = {}
_tasks = weakref.WeakSet()
_task_number = itertools.count(1).__next__


def _get_loop():
    return _running


def _set_running(loop):
    global _running
    _running = loop


def get_running_loop():
    """The loop that runs; RuntimeError when none does."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    """The running loop, or the one that set_event_loop() has set."""
    if _running is not None:
        return _running
    if _current_loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return _current_loop


def new_event_loop():
    """A new loop."""
    return BaseEventLoop()


def set_event_loop(loop):
    """Make a loop the current one."""
    global _current_loop
    _current_loop = loop


class DefaultEventLoopPolicy:
    """What makes and remembers loops: here there is one kind of loop and one current loop."""

    def get_event_loop(self):
        """As get_event_loop(); makes a loop when there is none."""
        if _current_loop is None and _running is None:
            set_event_loop(new_event_loop())
        return get_event_loop()

    def set_event_loop(self, loop):
        """As set_event_loop()."""
        set_event_loop(loop)

    def new_event_loop(self):
        """As new_event_loop()."""
        return BaseEventLoop()


_policy = None


def get_event_loop_policy():
    """The policy in use."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Use another policy; None restores the one that is built in."""
    global _policy
    _policy = policy


def iscoroutine(obj):
    """Is it a coroutine object?"""
    if isinstance(obj, types.CoroutineType):
        return True
    kind = type(obj)
    return hasattr(kind, "send") and hasattr(kind, "throw") and hasattr(kind, "close") and hasattr(kind, "__await__")


def iscoroutinefunction(func):
    """Is it a function made by async def?"""
    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    """Is it a Future or something like one?"""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _callback_text(callback, args):
    name = getattr(callback, "__qualname__", None) or getattr(callback, "__name__", None) or repr(callback)
    text = f"{name}({', '.join(map(repr, args))})"
    code = getattr(callback, "__code__", None)
    return f"{text} at {code.co_filename}:{code.co_firstlineno}" if code is not None else text


class Handle:
    """A call that the loop will make."""

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_callback_text(self._callback, self._args))
        return f"<{' '.join(info)}>"

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            text = _callback_text(self._callback, self._args)
            self._loop.call_exception_handler({"message": f"Exception in callback {text}", "exception": error, "handle": self})


class TimerHandle(Handle):
    """A call at a time."""

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def __lt__(self, other):
        return self._when < other._when

    def when(self):
        return self._when


class AbstractEventLoop:
    """What every loop is."""


class BaseEventLoop(AbstractEventLoop):
    """The loop: calls that are due, timers, and a clock that jumps from one to the next."""

    def __init__(self):
        self._ready = collections.deque()
        self._timers = []
        self._closed = False
        self._stopping = False
        self._debug = False
        self._handler = None
        self._factory = None
        self._asyncgens = weakref.WeakSet()
        self._asyncgens_closed = False

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} debug={self._debug}>"

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def is_running(self):
        return _running is self

    def is_closed(self):
        return self._closed

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._factory is not None:
            task = self._factory(self, coro)
            if name is not None:
                task.set_name(name)
            return task
        return Task(coro, loop=self, name=name)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        handle = TimerHandle(when, callback, args, self)
        heapq.heappush(self._timers, handle)
        return handle

    async def run_in_executor(self, executor, func, *args):
        return func(*args)

    def run_forever(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _set_running(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _set_running(None)

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that are still open."""
        self._asyncgens_closed = True
        left = list(self._asyncgens)
        self._asyncgens.clear()
        for agen in left:
            try:
                await agen.aclose()
            except Exception as error:
                self.call_exception_handler(
                    {"message": f"an error occurred during closing of asynchronous generator {agen!r}", "exception": error, "asyncgen": agen}
                )

    async def shutdown_default_executor(self, timeout=None):
        return None

    def _run_once(self):
        timers = self._timers
        while timers and timers[0]._cancelled:
            heapq.heappop(timers)
        if not self._ready and not self._stopping:
            if not timers:
                raise RuntimeError("asyncio: nothing is left that could wake the program up (heaplab's loop has no outside events)")
            wait = timers[0]._when - self.time()
            if wait > 0:
                # The wait of an operating system is in whole milliseconds: timers close to each other fire together.
                time.sleep(math.ceil(wait * 1000) / 1000)
        end = self.time() + 1e-9
        while timers and timers[0]._when < end:
            handle = heapq.heappop(timers)
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()
        handle = None

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        """Write what went wrong to sys.stderr."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        sys.stderr.write("\n".join(lines) + "\n")
        error = context.get("exception")
        if error is not None:
            import traceback

            traceback.print_exception(error)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)


def _first_iteration(agen):
    # The machine calls this when an asynchronous generator is first driven.
    if _running is not None:
        _running._asyncgens.add(agen)
        _agen_loops[id(agen)] = _running


def _dropped(agen):
    # The machine calls this when one that has not ended is given up: its loop closes it.
    loop = _agen_loops.pop(id(agen), None)
    if loop is None or loop.is_closed():
        return False
    loop._asyncgens.discard(agen)
    loop.call_soon(loop.create_task, agen.aclose())
    return True


_agen_loops = {}


def _stop_loop(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return
    future.get_loop().stop()


class Future:
    """A result that will be there later."""

    _state = "PENDING"
    _result = None
    _exception = None
    _cancel_message = None
    _asyncio_future_blocking = False
    _log_traceback = False
    _log_destroy_pending = True

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._callbacks = []

    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)

    def _info(self):
        info = [self._state.lower()]
        if self._state == "FINISHED":
            info.append(f"exception={self._exception!r}" if self._exception is not None else f"result={_short(self._result)}")
        if self._callbacks:
            texts = [_callback_text(callback, ()) for callback in self._callbacks]
            if len(texts) > 2:
                texts = [texts[0], f"<{len(texts) - 2} more>", texts[-1]]
            info.append(f"cb=[{', '.join(texts)}]")
        return info

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def __del__(self):
        if not self._log_traceback:
            return
        self._loop.call_exception_handler(
            {"message": f"{type(self).__name__} exception was never retrieved", "exception": self._exception, "future": self}
        )

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != "PENDING":
            return False
        self._state = "CANCELLED"
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback in callbacks:
                self._loop.call_soon(callback, self)

    def cancelled(self):
        return self._state == "CANCELLED"

    def done(self):
        return self._state != "PENDING"

    def result(self):
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._trace)
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != "PENDING":
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [callback for callback in self._callbacks if callback != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = "FINISHED"
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            other = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            other.__cause__ = exception
            other.__context__ = exception
            exception = other
        self._exception = exception
        self._trace = exception.__traceback__
        self._state = "FINISHED"
        self._schedule_callbacks()
        self._log_traceback = True

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _short(value):
    import reprlib

    return reprlib.repr(value)


class Task(Future):
    """A coroutine that the loop drives."""

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{_task_number()}" if name is None else str(name)
        self._cancels = 0
        self._must_cancel = False
        self._waiting_for = None
        self._coro = coro
        self._loop.call_soon(self._step)
        _tasks.add(self)

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        super().__del__()

    def _info(self):
        info = super()._info()
        if self._must_cancel or self.cancelling() and not self.done():
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        if self._waiting_for is not None:
            info.insert(2, f"wait_for={self._waiting_for!r}")
        if self._coro:
            info.insert(2, f"coro={_coroutine_text(self._coro)}")
        return info

    def get_coro(self):
        return self._coro

    def get_context(self):
        return None

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._cancels += 1
        if self._waiting_for is not None and self._waiting_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
            if self._cancels == 0:
                self._must_cancel = False
        return self._cancels

    def _step(self, error=None):
        if self.done():
            raise InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._waiting_for = None
        loop = self._loop
        previous = _current_tasks.get(loop)
        _current_tasks[loop] = self
        try:
            result = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except CancelledError as cancelled:
            self._cancelled_error = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as exit:
            super().set_exception(exit)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait_on(result)
        finally:
            if previous is None:
                del _current_tasks[loop]
            else:
                _current_tasks[loop] = previous
            self = None

    def _make_cancelled_error(self):
        error = self.__dict__.pop("_cancelled_error", None)
        return super()._make_cancelled_error() if error is None else error

    def _wait_on(self, result):
        soon = self._loop.call_soon
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is not None:
            if result._loop is not self._loop:
                soon(self._step, RuntimeError(f"Task {self!r} got Future {result!r} attached to a different loop"))
            elif not blocking:
                soon(self._step, RuntimeError(f"yield was used instead of yield from in task {self!r} with {result!r}"))
            elif result is self:
                soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"))
            else:
                result._asyncio_future_blocking = False
                result.add_done_callback(self._wake_up)
                self._waiting_for = result
                if self._must_cancel and result.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif result is None:
            soon(self._step)
        elif isinstance(result, types.GeneratorType):
            soon(self._step, RuntimeError(f"yield was used instead of yield from for generator in task {self!r} with {result!r}"))
        else:
            soon(self._step, RuntimeError(f"Task got bad yield: {result!r}"))

    def _wake_up(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None


for _type in (Future, Task):
    _type.__module__ = "_asyncio"
    _dotted(_type)
del _type


def _coroutine_text(coro):
    name = f"{getattr(coro, '__qualname__', type(coro).__name__)}()"
    code = getattr(coro, "cr_code", None)
    if code is None:
        return name
    frame = coro.cr_frame
    if coro.cr_running:
        return f"<{name} running at {code.co_filename}:{frame.f_lineno}>"
    if frame is not None:
        return f"<{name} running at {code.co_filename}:{frame.f_lineno}>"
    return f"<{name} done, defined at {code.co_filename}:{code.co_firstlineno}>"


def current_task(loop=None):
    """The task that runs, or None."""
    if loop is None:
        loop = get_running_loop()
    return _current_tasks.get(loop)


def all_tasks(loop=None):
    """The set of the loop's tasks that are not done."""
    if loop is None:
        loop = get_running_loop()
    return {task for task in list(_tasks) if task.get_loop() is loop and not task.done()}


def create_task(coro, *, name=None, context=None):
    """Start a task on the running loop."""
    return get_running_loop().create_task(coro, name=name, context=context)


@types.coroutine
def _await_it(awaitable):
    return (yield from awaitable.__await__())


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """The Future itself, or a task of an awaitable."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    coroutine = coro_or_future
    if not iscoroutine(coroutine):
        if not hasattr(coroutine, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coroutine = _wrap_awaitable(coroutine)
    if loop is None:
        loop = get_event_loop()
    return loop.create_task(coroutine)


def wrap_future(future, *, loop=None):
    """A Future of this loop."""
    return ensure_future(future, loop=loop)
