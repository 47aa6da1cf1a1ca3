"""Decorators with arguments: retries, timing on a fake clock, caching, an event bus that calls them."""
import functools
import itertools
from collections import defaultdict


class Clock:
    def __init__(self):
        self.now = 0.0

    def sleep(self, seconds):
        self.now += seconds


clock = Clock()


def retry(times, *, wait=1, on=(Exception,)):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in itertools.count(1):
                try:
                    return function(*args, **kwargs)
                except on as error:
                    if attempt == times:
                        error.add_note(f"gave up after {attempt} attempts")
                        raise
                    clock.sleep(wait * 2 ** (attempt - 1))
        wrapper.attempts = times
        return wrapper
    return decorate


class Bus:
    def __init__(self):
        self._listeners = defaultdict(list)

    def on(self, name, priority=0):
        def register(function):
            self._listeners[name].append((priority, len(self._listeners[name]), function))
            return function
        return register

    def emit(self, name, **data):
        for _, _, function in sorted(self._listeners[name], key=lambda item: (-item[0], item[1])):
            yield function.__name__, function(**data)


bus = Bus()
failures = iter([ValueError("first"), ValueError("second"), None, KeyError("other")])


@bus.on("save", priority=1)
@retry(3, on=(ValueError,))
def flaky(path, **_):
    """Write a file that sometimes fails."""
    error = next(failures)
    if error:
        raise error
    return f"saved {path}"


@bus.on("save")
def log(path, size=0):
    return f"{size:>6} bytes -> {path!r}"


print(flaky.__name__, flaky.__doc__, flaky.attempts, flaky.__wrapped__ is not flaky)
print(list(bus.emit("save", path="a.txt", size=120)), clock.now)
try:
    list(bus.emit("save", path="b.txt"))
except KeyError as error:
    print("not retried:", error, getattr(error, "__notes__", None))


@retry(2, wait=5)
def never():
    raise OSError("disk on fire")


try:
    never()
except OSError as error:
    print(error, error.__notes__, clock.now)


@functools.lru_cache(maxsize=3)
def square(n):
    print("computing", n)
    return n * n


print([square(n) for n in (1, 2, 3, 1, 4, 2)], square.cache_info())
print(list(bus.emit("nothing")))
try:
    log("x", 1, 2)
except TypeError as error:
    print(error)
