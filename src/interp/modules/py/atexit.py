"""Functions to call when the program ends."""
_exithandlers = []
# What runs before: threads that have not begun.
_at_thread_end = []


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _exithandlers.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered using atexit.register"""
    _exithandlers[:] = [entry for entry in _exithandlers if entry[0] != func]


def _clear():
    """Clear the list of previously registered exit functions."""
    _exithandlers.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_exithandlers)


def _run_exitfuncs():
    """Run all registered exit functions, the latest first."""
    for run in _at_thread_end:
        run()
    while _exithandlers:
        func, args, kwargs = _exithandlers.pop()
        try:
            func(*args, **kwargs)
        except BaseException:
            import sys
            import traceback
            print(f"Exception ignored in atexit callback {func!r}:", file=sys.stderr)
            traceback.print_exc()
