"""Abstract base classes: what CPython's abc and _abc do."""
from weakref import ref

__all__ = ["ABC", "ABCMeta", "abstractmethod", "abstractclassmethod", "abstractstaticmethod", "abstractproperty", "get_cache_token", "update_abstractmethods"]


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A decorator indicating abstract classmethods."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A decorator indicating abstract staticmethods."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A decorator indicating abstract properties."""
    __isabstractmethod__ = True


# Counts registrations: a class found to be no subclass may have become one since.
_token = 0


def get_cache_token():
    """Returns the current ABC cache token."""
    return _token


class _Impl:
    """What an abstract class remembers: weak references to registered classes, to known subclasses and to classes known to be none."""
    __slots__ = ("registry", "known", "unknown", "token")

    def __init__(self):
        self.registry = {}
        self.known = set()
        self.unknown = set()
        self.token = _token


def _remember(weak_set, cls):
    weak_set.add(ref(cls, weak_set.discard))


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
        for base in bases:
            for name in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                    abstracts.add(name)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_impl = _Impl()
        if "__abc_tpflags__" in namespace:
            # What match statements ask for: 1 sequence, 2 mapping.
            _set_match_flag(cls, 1 if namespace["__abc_tpflags__"] == 1 << 5 else 2)
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        registry = cls._abc_impl.registry
        registry[ref(subclass, lambda dead: registry.pop(dead, None))] = None
        _token += 1
        _set_match_flag(subclass, _match_flag(cls))
        return subclass

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.known.clear()
        cls._abc_impl.unknown.clear()

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        impl = cls._abc_impl
        subclass = instance.__class__
        weak = ref(subclass)
        if weak in impl.known:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if impl.token == _token and weak in impl.unknown:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        impl = cls._abc_impl
        weak = ref(subclass)
        if weak in impl.known:
            return True
        if impl.token < _token:
            impl.unknown.clear()
            impl.token = _token
        elif weak in impl.unknown:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            if not isinstance(answer, bool):
                raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
            _remember(impl.known if answer else impl.unknown, subclass)
            return answer
        if cls in getattr(subclass, "__mro__", ()):
            _remember(impl.known, subclass)
            return True
        for entry in list(impl.registry):
            registered = entry()
            if registered is not None and issubclass(subclass, registered):
                _remember(impl.known, subclass)
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                _remember(impl.known, subclass)
                return True
        _remember(impl.unknown, subclass)
        return False


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""
    __slots__ = ()


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    abstracts = set()
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                abstracts.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)
    return cls
