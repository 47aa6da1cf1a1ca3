"""Locks and the starting of threads, on a machine that runs one thread at a time."""
__all__ = ["LockType", "RLock", "allocate_lock", "error", "get_ident", "start_new_thread", "TIMEOUT_MAX", "interrupt_main", "stack_size"]

error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_MAIN = 1

# Runs other threads until `ready()` is true; threading puts its own in.
_wait_until = None
_ident = _MAIN


def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return _ident


get_native_id = get_ident


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")


def _block(ready, timeout):
    import threading
    return threading._wait_until(ready, None if timeout == -1 else timeout)


class lock:
    """A lock that is taken once."""

    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        if self._held:
            if not blocking or not _block(lambda: not self._held, timeout):
                return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


lock.__module__ = "_thread"
LockType = lock


def allocate_lock():
    """Create a new lock object."""
    return lock()


class RLock:
    """A lock that its owner may take again."""

    __slots__ = ("_owner", "_count", "__weakref__")

    def __init__(self):
        self._owner = 0
        self._count = 0

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def acquire(self, blocking=True, timeout=-1):
        _check_timeout(blocking, timeout)
        if self._count and self._owner != _ident:
            if not blocking or not _block(lambda: not self._count, timeout):
                return False
        self._owner = _ident
        self._count += 1
        return True

    def release(self):
        if not self._count or self._owner != _ident:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def _is_owned(self):
        return self._count > 0 and self._owner == _ident

    def _recursion_count(self):
        return self._count if self._owner == _ident else 0

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return f"<{state} _thread.RLock object owner={self._owner} count={self._count} at {id(self):#x}>"


RLock.__module__ = "_thread"


def start_new_thread(function, args, kwargs={}):
    """Start a new thread and return its identifier."""
    import threading
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    thread = threading.Thread(target=function, args=args, kwargs=dict(kwargs), daemon=True)
    thread.start()
    return thread.ident


start_new = start_new_thread


def interrupt_main(signum=2):
    """Simulate the arrival of the given signal in the main thread."""
    raise KeyboardInterrupt


def stack_size(size=0):
    """Return the thread stack size used when creating new threads."""
    return 0


def _count():
    """The number of threads besides the main one."""
    import threading
    return threading.active_count() - 1
