"""Weak methods and finalizers; the weak collections come from _weakref_collections.py when they are asked for."""
__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
    "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = (ProxyType, CallableProxyType)


def __getattr__(name):
    if name in ("WeakSet", "WeakValueDictionary", "WeakKeyDictionary", "KeyedRef"):
        import _weakref_collections
        value = globals()[name] = getattr(_weakref_collections, name)
        return value
    raise AttributeError(f"module 'weakref' has no attribute {name!r}")


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as both the object and the function do."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            target, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def _cb(_):
            # Whichever of the two dies first ends the method, the other says nothing more.
            method = itself()
            if not method._alive:
                return
            method._alive = False
            if callback is not None:
                callback(method)

        method = ref.__new__(cls, target, _cb)
        method._meth_type = type(meth)
        method._func_ref = ref(function, _cb)
        method._alive = True
        # Held weakly, for the method holds _cb.
        itself = ref(method)
        return method

    def __call__(self):
        target = super().__call__()
        function = self._func_ref()
        if target is not None and function is not None:
            return self._meth_type(function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        return not self == other if isinstance(other, WeakMethod) else NotImplemented

    __hash__ = ref.__hash__


def _call_of(info):
    # (object, function, arguments, keywords) while the object lives.
    target = info and info.weakref()
    return None if target is None else (target, info.func, info.args, info.kwargs or {})


class finalize:
    """Calls a function once: when the object dies, when asked to, or at the exit of the program."""

    # What is still to be called lives here, so that the finalizer need not be kept.
    _registry = {}
    _count = 0
    _registered_with_atexit = False
    __slots__ = ()

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs = func, args, kwargs or None
        info.index = finalize._count
        info.atexit = True
        finalize._count += 1
        finalize._registry[self] = info

    def __call__(self, _=None):
        """Calls the function and gives its result; None when that, or detach(), has already been."""
        info = finalize._registry.pop(self, None)
        if info:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """What peek() gives; and the function will not be called."""
        call = _call_of(finalize._registry.get(self))
        if call is not None and finalize._registry.pop(self, None):
            return call

    def peek(self):
        """(object, function, args, kwargs) while the call is still to come."""
        return _call_of(finalize._registry.get(self))

    @property
    def alive(self):
        """Is the call still to come?"""
        return self in finalize._registry

    @property
    def atexit(self):
        """Is the function to be called when the program exits first?"""
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__qualname__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        # Latest first, as they were made.
        while True:
            pending = [(info.index, finalizer) for finalizer, info in cls._registry.items() if info.atexit]
            if not pending:
                break
            try:
                max(pending, key=lambda entry: entry[0])[1]()
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
