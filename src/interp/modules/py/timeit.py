"""How long small pieces of code take, by the virtual clock."""
import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _lines(what, given, namespace):
    """Source lines that run what was given, text or a callable, which `namespace` then holds."""
    if isinstance(given, str):
        compile(given, "<timeit-src>", "exec")
        return given.split("\n")
    if not callable(given):
        raise ValueError(f"{what} is neither a string nor callable")
    namespace["_" + what] = given
    return [f"_{what}()"]


class Timer:
    """Times a statement, or a callable."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._globals = dict(globals) if globals is not None else {}
        namespace = self._globals
        setup_lines = _lines("setup", setup, namespace)
        lines = _lines("stmt", stmt, namespace)
        text = "def inner(_it, _timer):\n"
        text += "".join(f"    {line}\n" for line in setup_lines)
        text += "    _t0 = _timer()\n    for _i in _it:\n"
        text += "".join(f"        {line}\n" for line in lines)
        text += "        pass\n    _t1 = _timer()\n    return _t1 - _t0\n"
        self.src = text
        local = {}
        exec(compile(text, "<timeit-src>", "exec"), namespace, local)
        self.inner = local["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        step = 1
        while True:
            for unit in (1, 2, 5):
                number = step * unit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            step *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Create a Timer and call its timeit method."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Create a Timer and call its repeat method."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
