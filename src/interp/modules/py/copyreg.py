"""Functions that say how to copy objects of a class."""
__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


_BASES = (int, float, complex, str, bytes, tuple, frozenset, set, bytearray, list, dict)
_unreducible = []


def _cannot(x):
    cls = type(x)
    name = cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"
    raise TypeError(f"cannot pickle {name!r} object")


def _reduce_object(x, protocol):
    """What object.__reduce_ex__ gives: how to make the object anew, its state, its items."""
    cls = type(x)
    if cls is type(len):
        owner = x.__self__
        return x.__name__ if owner is None or type(owner) is _types().ModuleType else (getattr, (owner, x.__name__))
    if cls is _types().MethodType:
        return getattr, (x.__self__, x.__func__.__name__)
    if cls.__module__ == "re" and cls.__name__ == "Pattern":
        import re
        return re._compile, (x.pattern, x.flags)
    if isinstance(x, tuple(_unreducible)):
        _cannot(x)
    if protocol < 2:
        return _reduce_old(x, cls)
    if hasattr(cls, "__getnewargs_ex__"):
        given = x.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        args, kwargs = given
    else:
        args, kwargs = x.__getnewargs__() if hasattr(cls, "__getnewargs__") else _base_args(x), {}
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    state = _state_of(x, cls)
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs


def _types():
    import types
    if not _unreducible:
        _unreducible.extend((
            types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.ModuleType, types.FrameType, types.TracebackType, memoryview,
            types.MappingProxyType, types.CellType, types.FunctionType, types.CodeType, property, classmethod, staticmethod, super, type({}.keys()),
            type({}.values()), type({}.items()),
        ))
    return types


def _reduce_old(x, cls):
    # Protocols 0 and 1.
    base = next((each for each in _BASES if isinstance(x, each)), object)
    if base is cls and base is not object:
        _cannot(x)
    args = (cls, base, None if base is object else base(x))
    getstate = getattr(cls, "__getstate__", None)
    if getstate is None or getstate is getattr(object, "__getstate__", None):
        if getattr(x, "__slots__", None):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        state = getattr(x, "__dict__", None)
    else:
        state = x.__getstate__()
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _base_args(x):
    for base in _BASES:
        if isinstance(x, base) and base not in (list, dict):
            return (x.real, x.imag) if base is complex else (base(x),)
    return ()


def _state_of(x, cls):
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return x.__getstate__()
    return _object_state(x)


def _object_state(x):
    """What object.__getstate__ gives: the dict, or the dict and the values of slots; None for none."""
    state = getattr(x, "__dict__", None)
    slots = {}
    for name in _slotnames(type(x)):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    return (state or None, slots) if slots else state or None


def _slotnames(cls):
    """The slots of a class and its bases, as its instances know them; kept in the class."""
    found = cls.__dict__.get("__slotnames__")
    if found is not None:
        return found
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


_types()
pickle(complex, lambda value: (complex, (value.real, value.imag)))


def _reduce_union(union):
    import functools
    import operator
    return functools.reduce, (operator.or_, union.__args__)


pickle(type(int | str), _reduce_union)
