"""Warnings: filters decide which are shown, raised or kept silent."""
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

_ACTIONS = ("default", "error", "ignore", "always", "all", "module", "once")

# Each filter: action, message pattern or None, category, module pattern or None, line number (0: any).
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
_defaultaction = "default"
onceregistry = _onceregistry = {}
_version = 1


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    """What is known of one warning."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        details = (message, category, filename, lineno, file, line, source)
        for name, value in zip(self._WARNING_DETAILS, details):
            setattr(self, name, value)
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def _text_of(message):
    line = message.line
    text = f"{message.filename}:{message.lineno}: {message.category.__name__}: {message.message}\n"
    if line is None:
        import linecache

        line = linecache.getline(message.filename, message.lineno)
    if line:
        text += f"  {line.strip()}\n"
    if message.source is not None:
        text += f"{message.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def formatwarning(message, category, filename, lineno, line=None):
    """The text in which a warning is shown."""
    return _text_of(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr unless told."""
    _show_by_default(WarningMessage(message, category, filename, lineno, file, line))


def _show_by_default(message):
    file = message.file or sys.stderr
    if file is None:
        return
    if formatwarning is _formatwarning:
        text = _text_of(message)
    else:
        text = formatwarning(message.message, message.category, message.filename, message.lineno, message.line)
    file.write(text)


_formatwarning = formatwarning
_showwarning = showwarning


def _showwarnmsg(message):
    if showwarning is not _showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(message.message, message.category, message.filename, message.lineno, message.file, message.line)
    else:
        _show_by_default(message)


def _pattern(text, flags):
    import re

    return re.compile(text, flags)


def _is_category(category):
    return isinstance(category, type) and issubclass(category, Warning)


def _check_filter(action, lineno, message="", category=Warning, module=""):
    # A wrong filter is refused at once: left in the list it would fail in some warning later.
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    rules = (
        (isinstance(message, str), "message must be a string"),
        (_is_category(category), "category must be a Warning subclass"),
        (isinstance(module, str), "module must be a string"),
        (isinstance(lineno, int), "lineno must be an int"),
    )
    for kept, rule in rules:
        if not kept:
            raise TypeError(rule)
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Insert a filter by patterns of message and module; append: at the end."""
    _check_filter(action, lineno, message, category, module)
    _add((action, _pattern(message, 2) if message else None, category, _pattern(module, 0) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a filter that fits every message and module."""
    _check_filter(action, lineno)
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Remove all filters."""
    filters[:] = []
    _filters_mutated()


def _frame_outside(depth):
    # Frames of this module and of the import machinery do not count.
    frame = sys._getframe(2)
    while depth > 1 and frame is not None:
        frame = frame.f_back
        depth -= 1
    return frame


_missing = object()


def warn(message=_missing, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or ignore or raise it, as the filters say."""
    if message is _missing:
        raise TypeError("warn() missing required argument 'message' (pos 1)")
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not _is_category(category):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = _frame_outside(stacklevel)
    if frame is None:
        namespace = sys.__dict__
        filename = "<sys>"
        lineno = 0
    else:
        namespace = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    module = namespace.get("__name__", "<string>")
    registry = namespace.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, namespace, source)


def _fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def _action_for(text, category, module, lineno):
    """What to do with a warning, and the filter that says so, or None where none fits."""
    for item in filters:
        action, pattern, kind, place, line = item
        if _fits(pattern, text) and issubclass(category, kind) and _fits(place, module) and (line == 0 or lineno == line):
            return action, item
    return defaultaction, None


def _was_shown(action, key, registry):
    """Whether a warning is a repetition to this action. Marks it as shown."""
    text, category, _ = key
    registry[key] = 1
    if action == "default":
        # That the same line has not shown it was seen before the filters were asked.
        return False
    marks, mark = (onceregistry, (text, category)) if action == "once" else (registry, (text, category, 0))
    if marks.get(mark):
        return True
    marks[mark] = 1
    return False


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning whose place is given."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        # The filters are others now: what was shown may be shown again.
        registry.clear()
        registry["version"] = _version
    given = isinstance(message, Warning)
    text = str(message) if given else message
    if given:
        category = message.__class__
    else:
        message = category(text)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action, item = _action_for(text, category, module, lineno)
    if action == "error":
        raise message
    if action in ("once", "module", "default"):
        hidden = _was_shown(action, key, registry)
    elif action in ("ignore", "always", "all"):
        hidden = action == "ignore"
    else:
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    if not hidden:
        _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Context manager that restores filters and showwarning at its end; record=True gives a list of the warnings issued."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._show_by_default
        log = None
        if self._record:
            log = []
            module._show_by_default = log.append
            module.showwarning = module._showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._show_by_default = self._showwarnmsg_impl


def _warning_first(function, message, category, stacklevel):
    """The function with a warning before each of its calls."""
    import functools

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        warn(message, category, stacklevel + 1)
        return function(*args, **kwargs)

    wrapper.__deprecated__ = message
    return wrapper


def _instances_warn(owner, message, category, stacklevel):
    """A __new__ that warns where the class itself is called, not where one below it is."""
    import functools

    make = owner.__new__

    @functools.wraps(make)
    def __new__(cls, /, *args, **kwargs):
        if cls is owner:
            warn(message, category, stacklevel + 1)
        if make is not object.__new__:
            return make(cls, *args, **kwargs)
        # The __new__ of object refuses what is meant for an __init__, now that ours overrides it.
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError(f"{cls.__name__}() takes no arguments")
        return make(cls)

    __new__.__deprecated__ = message
    return __new__


class deprecated:
    """Decorator that warns where the class, function or overload is used (PEP 702)."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        notice = (self.message, self.category, self.stacklevel)
        result = arg
        if self.category is None:
            pass
        elif isinstance(arg, type):
            arg.__new__ = staticmethod(_instances_warn(arg, *notice))
            hook = arg.__init_subclass__
            # A hook in Python is a bound method; the one of object is built in and bound already.
            own = getattr(hook, "__func__", None)
            arg.__init_subclass__ = _warning_first(hook, *notice) if own is None else classmethod(_warning_first(own, *notice))
        elif callable(arg):
            result = _warning_first(arg, *notice)
        else:
            raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, not {arg!r}")
        arg.__deprecated__ = self.message
        return result
