"""Threads on a machine that runs one at a time.

A thread runs from its start to its end in one go: at once, unless the program has made something threads wait for one another with (a queue, a
condition, an event, a barrier, a semaphore). Then it begins when another thread has to wait. One that waits runs those that have not begun; when none is
left that could end its waiting, the program is told that it is in a deadlock.
"""
import _thread
import sys
import time
from _thread import RLock as _RLockType
from _thread import TIMEOUT_MAX, allocate_lock, get_ident, get_native_id
from collections import deque as _deque

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore",
    "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace", "local", "stack_size",
    "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

ThreadError = RuntimeError
Lock = _thread.lock
RLock = _RLockType
stack_size = _thread.stack_size

_pending = _deque()
_count = 0
_waiters_exist = False


def _note_waiting():
    # From now on threads may have to wait for one another.
    global _waiters_exist
    _waiters_exist = True


def _run_one():
    """Run one thread that has not begun; false when there is none."""
    due = None
    for thread in _pending:
        if thread._due is None:
            due = thread
            break
    if due is None:
        if not _pending:
            return False
        due = min(_pending, key=lambda thread: thread._due)
        ahead = due._due - time.monotonic()
        if ahead > 0:
            time.sleep(ahead)
    _pending.remove(due)
    due._run_now()
    return True


def _wait_until(ready, timeout=None):
    """Run other threads until `ready()`; false when the time was up first."""
    end = None if timeout is None else time.monotonic() + timeout
    while not ready():
        if end is not None and time.monotonic() >= end:
            return False
        if end is not None and _pending and all(thread._due is not None and thread._due > end for thread in _pending):
            time.sleep(max(0, end - time.monotonic()))
            return ready()
        if not _run_one():
            if end is not None:
                time.sleep(max(0, end - time.monotonic()))
                return ready()
            raise RuntimeError("deadlock: every thread waits, or waits for one that is in the midst of waiting itself")
    return True


_real_sleep = time.sleep


def excepthook(args, /):
    """Report an exception that ended a thread."""
    if args.exc_type is SystemExit:
        return
    import traceback
    name = args.thread.name if args.thread is not None else get_ident()
    print(f"Exception in thread {name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr)


__excepthook__ = excepthook


class ExceptHookArgs(tuple):
    """What `excepthook` is given."""

    def __new__(cls, items):
        return tuple.__new__(cls, items)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


class Thread:
    """A call that runs beside the others."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        global _count
        if name is None:
            _count += 1
            name = f"Thread-{_count}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._begun = False
        self._done = False
        self._due = None
        self._initialized = True

    def start(self):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("thread.__init__() not called")
        if self._begun:
            raise RuntimeError("threads can only be started once")
        global _next_ident
        self._begun = True
        self._ident = _next_ident
        _next_ident += 1
        _alive[self._ident] = self
        if _waiters_exist or self._due is not None:
            _pending.append(self)
        else:
            self._run_now()

    def _run_now(self):
        previous = _thread._ident
        _thread._ident = self._ident
        try:
            self.run()
        except BaseException:
            details = sys.exc_info()
            try:
                excepthook(ExceptHookArgs((*details, self)))
            finally:
                del details
        finally:
            _thread._ident = previous
            self._done = True
            _alive.pop(self._ident, None)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not getattr(self, "_initialized", False):
            raise RuntimeError("Thread.__init__() not called")
        if not self._begun:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self in _pending and (timeout is None or self._due is None):
            _pending.remove(self)
            if self._due is not None:
                _real_sleep(max(0, self._due - time.monotonic()))
            self._run_now()
        if not self._done:
            _wait_until(lambda: self._done, None if timeout is None else max(timeout, 0))

    def is_alive(self):
        return self._begun and not self._done

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._begun:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        status = "stopped" if self._done else "started" if self._begun else "initial"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = _thread._MAIN
        self._begun = True
        self._done = False
        self._due = None
        self._initialized = True


_next_ident = 2
_alive = {}
_main_thread = _MainThread()
_alive[_main_thread._ident] = _main_thread


def current_thread():
    """The thread that is running."""
    return _alive.get(_thread._ident, _main_thread)


currentThread = current_thread


def main_thread():
    """The thread the program began in."""
    return _main_thread


def active_count():
    """The number of threads that live."""
    return len(_alive)


activeCount = active_count


def enumerate():
    """All threads that live."""
    return list(_alive.values())


class Timer(Thread):
    """A call that runs after a while, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def start(self):
        self._due = time.monotonic() + self.interval
        Thread.start(self)

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class Condition:
    """A lock, and a line of threads that wait to be notified."""

    def __init__(self, lock=None):
        _note_waiting()
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._line = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._line)})>"

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        ticket = [False]
        self._line.append(ticket)
        lock = self._lock
        depth = 0
        if isinstance(lock, RLock):
            depth = lock._count
            lock._count, lock._owner = 0, 0
        else:
            lock.release()
        try:
            woken = _wait_until(lambda: ticket[0] and not self._taken(), timeout)
        finally:
            if ticket in self._line:
                self._line.remove(ticket)
            if depth:
                lock._count, lock._owner = depth, get_ident()
            else:
                lock.acquire()
        return woken

    def _taken(self):
        return self._lock._count > 0 if isinstance(self._lock, RLock) else self._lock.locked()

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._line:
            self._line.popleft()[0] = True
            n -= 1

    def notify_all(self):
        self.notify(len(self._line))

    notifyAll = notify_all


class Semaphore:
    """A counter that cannot fall below zero: who would take it there waits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        _note_waiting()
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value:
            if not blocking or not _wait_until(lambda: self._value > 0, timeout):
                return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than it was taken."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f"{super().__repr__()[:-1]}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        _note_waiting()
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._flag or _wait_until(lambda: self._flag, timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """A place where a number of threads wait for one another."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        _note_waiting()
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._count = 0
        self._round = 0
        self._broken = False

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        index, round_ = self._count, self._round
        self._count += 1
        if self._count == self._parties:
            try:
                if self._action:
                    self._action()
            except BaseException:
                self._broken = True
                raise
            self._count = 0
            self._round += 1
            return index
        if not _wait_until(lambda: self._round != round_ or self._broken, self._timeout if timeout is None else timeout):
            self._broken = True
        if self._broken:
            raise BrokenBarrierError
        return index

    def reset(self):
        self._broken = self._count > 0
        self._round += 1
        self._count = 0
        self._broken = False

    def abort(self):
        self._broken = True

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count

    @property
    def broken(self):
        return self._broken


class local:
    """Attributes that each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_heaplab_spaces", {get_ident(): {}})
        object.__setattr__(self, "_heaplab_arguments", (args, kwargs))
        return self

    def _space(self):
        spaces = object.__getattribute__(self, "_heaplab_spaces")
        ident = get_ident()
        if ident not in spaces:
            spaces[ident] = {}
            args, kwargs = object.__getattribute__(self, "_heaplab_arguments")
            type(self).__init__(self, *args, **kwargs)
        return spaces[ident]

    def __getattribute__(self, name):
        if name == "__dict__":
            return local._space(self)
        space = local._space(self)
        if name in space:
            return space[name]
        if name in ("_heaplab_spaces", "_heaplab_arguments"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        attribute = getattr(type(self), name, None)
        if hasattr(type(attribute), "__set__"):
            object.__setattr__(self, name, value)
        else:
            local._space(self)[name] = value

    def __delattr__(self, name):
        space = local._space(self)
        if name not in space:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del space[name]


local.__module__ = "_thread"


def _run_rest():
    # At the end of the program the threads that have not begun run, but for daemons.
    while any(not thread._daemonic for thread in _pending):
        thread = next(thread for thread in _pending if not thread._daemonic)
        _pending.remove(thread)
        if thread._due is not None:
            _real_sleep(max(0, thread._due - time.monotonic()))
        thread._run_now()


def _register_end():
    import atexit
    atexit._at_thread_end.append(_run_rest)


_register_end()


def _nothing(func):
    """Tracing of threads is not there."""


settrace = setprofile = settrace_all_threads = setprofile_all_threads = _nothing


def gettrace():
    return None


getprofile = gettrace
