"""Futures, and executors that run a call when it is submitted."""
import itertools
import threading
import types
from time import monotonic as _now

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError", "BrokenExecutor", "Future", "Executor",
    "wait", "as_completed", "ThreadPoolExecutor", "ProcessPoolExecutor",
]

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when an executor has become non-functional after a severe failure."""


for _class in (Error, CancelledError, InvalidStateError, BrokenExecutor):
    _class.__module__ = "concurrent.futures._base"


class Future:
    """The result of a call that may not have been made yet."""

    def __init__(self):
        threading._note_waiting()
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        if self._state == "FINISHED":
            what = f"raised {type(self._exception).__name__}" if self._exception else f"returned {type(self._result).__name__}"
            return f"<Future at {id(self):#x} state=finished {what}>"
        return f"<Future at {id(self):#x} state={self._state.lower().replace('_and_notified', '')}>"

    def _finish(self, state):
        self._state = state
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import logging
            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._finish("CANCELLED")
        return True

    def cancelled(self):
        return self._state.startswith("CANCELLED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state == "FINISHED" or self.cancelled()

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._done_callbacks.append(fn)

    def _await_end(self, timeout):
        if not self.done() and not threading._wait_until(self.done, timeout):
            raise TimeoutError()
        if self.cancelled():
            raise CancelledError()

    def result(self, timeout=None):
        self._await_end(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._await_end(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self.cancelled():
            self._state = "CANCELLED_AND_NOTIFIED"
            return False
        if self._state != "PENDING":
            raise RuntimeError("Future in unexpected state")
        self._state = "RUNNING"
        return True

    def set_result(self, result):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._exception = exception
        self._finish("FINISHED")

    __class_getitem__ = classmethod(types.GenericAlias)


Future.__module__ = "concurrent.futures._base"


class DoneAndNotDoneFutures(tuple):
    """Futures that are done, and those that are not."""

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures in the given sequence to complete."""
    futures = set(fs)

    def ready():
        done = [future for future in futures if future.done()]
        if len(done) == len(futures):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(not future.cancelled() and future._exception for future in done)

    threading._wait_until(ready, timeout)
    done = {future for future in futures if future.done()}
    return DoneAndNotDoneFutures(done, futures - done)


def as_completed(fs, timeout=None):
    """An iterator over the given futures that yields each as it completes."""
    end = None if timeout is None else _now() + timeout
    left = list(dict.fromkeys(fs))
    total = len(left)
    while left:
        ready = next((future for future in left if future.done()), None)
        if ready is None:
            if not threading._wait_until(lambda: any(future.done() for future in left), None if end is None else end - _now()):
                raise TimeoutError(f"{len(left)} (of {total}) futures unfinished")
            continue
        left.remove(ready)
        yield ready


class Executor:
    """What runs calls."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            futures.reverse()
            try:
                while futures:
                    yield futures.pop().result(timeout)
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


Executor.__module__ = "concurrent.futures._base"


class ThreadPoolExecutor(Executor):
    """Runs calls in threads; as there is one at a time, in the order in which they were submitted."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 5
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs
        self._submitted = 0
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        number = self._submitted % self._max_workers
        fresh = self._submitted < self._max_workers
        self._submitted += 1

        def work():
            if fresh and self._initializer is not None:
                self._initializer(*self._initargs)
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        thread = threading.Thread(target=work, name=f"{self._prefix}_{number}")
        # The call begins now: nobody can hold the pool to another moment.
        thread._begun = True
        thread._ident = threading._next_ident
        threading._next_ident += 1
        threading._alive[thread._ident] = thread
        thread._run_now()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"


class ProcessPoolExecutor(ThreadPoolExecutor):
    """There are no processes: the calls run here."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "", initializer, initargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)


ProcessPoolExecutor.__module__ = "concurrent.futures.process"
