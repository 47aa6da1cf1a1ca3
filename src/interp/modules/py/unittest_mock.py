"""Objects that stand in for others and remember how they were used."""
import builtins
import contextlib
import inspect
import pprint
from functools import wraps
from types import ModuleType

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR", "NonCallableMock",
    "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
]

FILTER_DIR = True


class _SentinelObject:
    """Unique, named, sentinel object."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    """Access attributes to return a named object, usable as a sentinel."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


class _Any:
    "A helper object that compares equal to everything."

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _shown_call(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{key}={value!r}' for key, value in kwargs.items())])})"


class _Call(tuple):
    """A call: name, positional and keyword arguments; equal to another by what of it both know."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        size = len(value)
        if size == 3:
            name, args, kwargs = value
        elif size == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                args, kwargs = (second, {}) if isinstance(second, tuple) else ((), second)
            else:
                args, kwargs = first, second
        elif size == 1:
            (only,) = value
            if isinstance(only, str):
                name = only
            elif isinstance(only, tuple):
                args = only
            else:
                kwargs = only
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _triple(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._triple()
        if isinstance(other, _Call):
            other_name, other_args, other_kwargs = other._triple()
            if getattr(self, "_mock_parent", None) and getattr(other, "_mock_parent", None) and self._mock_parent != other._mock_parent:
                return False
        elif size == 0:
            other_name, other_args, other_kwargs = "", (), {}
        else:
            other_name, other_args, other_kwargs = _Call(tuple(other))._triple() if size <= 3 else (None, None, None)
            if size < 3 and not isinstance(other[0], str):
                other_name = ""
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = tuple.__hash__

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("__") and attr.endswith("__"):
            raise AttributeError(attr)
        name = attr if self._mock_name is None else f"{self._mock_name}.{attr}"
        return _Call(name=name, parent=self, from_kall=False)

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])

    def count(self, /, *args, **kwargs):
        return self.__getattr__("count")(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__("index")(*args, **kwargs)

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("()") else f"call.{name}" if name != "call" else name
        name, args, kwargs = self._triple()
        name = "call" if not name else f"call.{name}" if not name.startswith("()") else f"call{name}"
        return _shown_call(name, args, kwargs)

    def call_list(self):
        calls = []
        node = self
        while node is not None:
            if node._mock_from_kall:
                calls.append(node)
            node = node._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    """Calls in order; another list of calls is in it when it stands there in one piece."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[place : place + len(value)] == value for place in range(len(self) - len(value) + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


_OWN = frozenset((
    "return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls",
))


class NonCallableMock:
    """A stand-in whose attributes are stand-ins."""

    def __new__(cls, /, *args, **kwargs):
        # A class of its own, so that special methods can be set on one mock alone.
        made = type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__, "_mock_is_own_class": True})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None, unsafe=False, **kwargs):
        own = self.__dict__
        own["_mock_parent"] = parent
        own["_mock_name"] = name
        own["_mock_new_name"] = _new_name
        own["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        own["_mock_children"] = {}
        own["_mock_sealed"] = False
        own["_mock_wraps"] = wraps
        own["_mock_unsafe"] = unsafe
        own["_mock_return_value"] = DEFAULT
        own["_mock_side_effect"] = None
        self._mock_add_spec(spec if spec_set is None else spec_set, spec_set is not None)
        self._mock_reset_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_reset_calls(self):
        own = self.__dict__
        own["called"] = False
        own["call_count"] = 0
        own["call_args"] = None
        own["call_args_list"] = _CallList()
        own["mock_calls"] = _CallList()
        own["method_calls"] = _CallList()

    def _mock_add_spec(self, spec, spec_set):
        own = self.__dict__
        own["_spec_class"] = None
        own["_spec_signature"] = None
        own["_mock_spec_set"] = spec_set
        own["_mock_methods"] = None
        if spec is None:
            return
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        if isinstance(spec, (list, tuple)):
            own["_mock_methods"] = list(spec)
            return
        own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        own["_mock_methods"] = dir(spec)
        own["_spec_signature"] = _signature_of(spec, isinstance(spec, type))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    @property
    def return_value(self):
        value = self.__dict__["_mock_return_value"]
        if value is DEFAULT:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not isinstance(value, BaseException) and not (isinstance(value, type) and issubclass(value, BaseException)):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *above, last = path.split(".")
            target = self
            for part in above:
                target = getattr(target, part)
            setattr(target, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._mock_reset_calls()
        own = self.__dict__
        if return_value:
            own["_mock_return_value"] = DEFAULT
        if side_effect:
            own["_mock_side_effect"] = None
        for child in own["_mock_children"].values():
            if isinstance(child, NonCallableMock) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = own["_mock_return_value"]
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock(visited)

    def __getattr__(self, name):
        own = self.__dict__
        if name in ("_mock_methods", "_mock_unsafe") or "_mock_children" not in own:
            raise AttributeError(name)
        methods = own["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name in _ALL_MAGICS or name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not own["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in ("called_once", "called_with", "has_calls", "called_once_with", "not_called", "any_call"):
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        child = own["_mock_children"].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            if own["_mock_sealed"]:
                raise AttributeError(f"{self._mock_path()}.{name}")
            wrapped = None if own["_mock_wraps"] is None else getattr(own["_mock_wraps"], name)
            child = own["_mock_children"][name] = self._get_child_mock(parent=self, name=name, wraps=wrapped, _new_name=name, _new_parent=self)
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect") or "_mock_children" not in own:
            object.__setattr__(self, name, value)
            return
        if name in _OWN:
            own[name] = value
            return
        if own["_mock_spec_set"] and own["_mock_methods"] is not None and name not in own["_mock_methods"]:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if own["_mock_methods"] is not None and name not in own["_mock_methods"]:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name, name)
                own["_mock_children"][name] = value
                setattr(type(self), name, value)
            else:
                setattr(type(self), name, _with_self(self, value))
            return
        if name == "__class__":
            own["_spec_class"] = value
            return
        if own["_mock_sealed"] and name not in own["_mock_children"]:
            raise AttributeError(f"Cannot set {self._mock_path()}.{name}")
        if isinstance(value, NonCallableMock):
            _adopt(self, value, name, name)
            own["_mock_children"][name] = value
        elif isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
            return
        own.pop(name, None)
        if not isinstance(value, NonCallableMock):
            own["_mock_children"].pop(name, None)
            own[name] = value

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        own = self.__dict__
        child = own["_mock_children"].get(name)
        if name in own:
            del own[name]
        elif child is _deleted:
            raise AttributeError(name)
        own["_mock_children"][name] = _deleted

    def __dir__(self):
        own = self.__dict__
        extras = own["_mock_methods"] or []
        children = [name for name, child in own["_mock_children"].items() if child is not _deleted]
        names = [name for name in dir(type(self)) if not name.startswith("_")]
        return sorted({*extras, *names, *children, *(name for name in own if not name.startswith("_"))})

    def _get_child_mock(self, /, **kwargs):
        if self.__dict__["_mock_sealed"]:
            name = f".{kwargs['name']}" if "name" in kwargs else "()"
            raise AttributeError(self._mock_path() + name)
        kind = next(base for base in type(self).__mro__ if not base.__dict__.get("_mock_is_own_class"))
        if issubclass(kind, AsyncMock) and kwargs.get("_new_name") == "()":
            kind = MagicMock
        if not issubclass(kind, CallableMixin):
            kind = MagicMock if issubclass(kind, MagicMixin) else Mock
        return kind(**kwargs)

    def _mock_path(self):
        chain = []
        node = self
        while node.__dict__["_mock_new_parent"] is not None:
            chain.append(node.__dict__["_mock_new_name"])
            node = node.__dict__["_mock_new_parent"]
        path = node.__dict__["_mock_name"] or "mock"
        for name in reversed(chain):
            path += name if name == "()" else f".{name}"
        return path

    def __repr__(self):
        own = self.__dict__
        path = self._mock_path()
        shown = f" name={path!r}" if path not in ("mock", "mock.") else ""
        spec = ""
        if own["_spec_class"] is not None:
            spec = f" {'spec_set' if own['_mock_spec_set'] else 'spec'}={own['_spec_class'].__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # Calls are compared as the signature binds them, where one is known.
    def _call_key(self, called):
        signature = self.__dict__["_spec_signature"]
        if signature is None:
            return called
        args, kwargs = called[-2:]
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as problem:
            return problem
        return call(*bound.args, **bound.kwargs) if len(called) == 2 else _Call((called[0], bound.args, bound.kwargs))

    def _shown_expected(self, args, kwargs):
        return _shown_call(self.__dict__["_mock_name"] or "mock", args, kwargs)

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def _calls_text(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._shown_expected(args, kwargs)}\n  Actual: not called.")
        if self._call_key(_Call((args, kwargs), two=True)) != self._call_key(self.call_args):
            actual = self._shown_expected(*self.call_args)
            raise AssertionError(f"expected call not found.\nExpected: {self._shown_expected(args, kwargs)}\n  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to be called once. Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_key(each) for each in calls]
        found = _CallList(self._call_key(each) for each in self.mock_calls)
        if not any_order:
            if expected not in found:
                text = f"\n  Actual: {self.mock_calls!r}"
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(calls)!r}{text}")
            return
        left = list(found)
        missing = []
        for each in expected:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._mock_name or 'mock'!r} does not contain all of {tuple(missing)!r} in its call list, found {list(found)!r} instead")

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_key(_Call((args, kwargs), two=True))
        if not any(expected == self._call_key(each) for each in self.call_args_list):
            raise AssertionError(f"{self._shown_expected(args, kwargs)} call not found")


def _adopt(parent, value, name, new_name):
    # A mock without parents becomes the child of the one it is set on.
    if not isinstance(value, NonCallableMock):
        return
    own = value.__dict__
    if own["_mock_name"] or own["_mock_new_name"] or own["_mock_parent"] is not None or own["_mock_new_parent"] is not None:
        return
    node = parent
    while node is not None:
        if node is value:
            return
        node = node.__dict__["_mock_new_parent"]
    if new_name:
        own["_mock_new_parent"] = parent
        own["_mock_new_name"] = new_name
    if name:
        own["_mock_parent"] = parent
        own["_mock_name"] = name


def _with_self(mock, function):
    return lambda self, *args, **kwargs: function(mock, *args, **kwargs)


def _signature_of(spec, skip_self):
    try:
        return inspect.signature(spec)
    except (TypeError, ValueError):
        return None


class CallableMixin:
    """What can be called, and remembers it."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        own = self.__dict__
        own["_mock_return_value"] = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._mock_remember(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        signature = self.__dict__["_spec_signature"]
        if signature is not None and self.__dict__.get("_mock_autospec"):
            signature.bind(*args, **kwargs)

    def _mock_remember(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        made = _Call((args, kwargs), two=True)
        own["call_args"] = made
        own["call_args_list"].append(made)
        own["mock_calls"].append(_Call(("", args, kwargs)))
        # Those above hear of it too, by the name they know it under.
        attribute_only = own["_mock_parent"] is not None
        name, path = own["_mock_name"], own["_mock_new_name"]
        dot = "" if path == "()" else "."
        node = own["_mock_new_parent"]
        while node is not None:
            above = node.__dict__
            if attribute_only:
                above["method_calls"].append(_Call((name, args, kwargs)))
                attribute_only = above["_mock_parent"] is not None
                if attribute_only:
                    name = f"{above['_mock_name']}.{name}"
            above["mock_calls"].append(_Call((path, args, kwargs)))
            if above["_mock_new_name"]:
                path = above["_mock_new_name"] + dot + path
            dot = "" if above["_mock_new_name"] == "()" else "."
            node = above["_mock_new_parent"]

    def _mock_answer(self, args, kwargs):
        own = self.__dict__
        effect = own["_mock_side_effect"]
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if own["_mock_return_value"] is not DEFAULT:
            return self.return_value
        if own["_mock_wraps"] is not None:
            return own["_mock_wraps"](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A stand-in that can be called."""


_NUMERICS = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod".split()
_MAGICS = {f"__{name}__" for name in (
    "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert complex int float index round trunc floor "
    "ceil bool next fspath aiter iter hash repr dir format subclasses call aenter aexit anext reversed missing copy deepcopy getformat"
).split()}
_MAGICS |= {f"__{prefix}{name}__" for name in _NUMERICS for prefix in ("", "i", "r")}
_ALL_MAGICS = _MAGICS | {"__get__", "__set__", "__delete__", "__reduce__", "__reduce_ex__", "__getinitargs__", "__getnewargs__", "__getstate__", "__setstate__"}
_ALL_MAGICS -= {"__dir__", "__call__", "__repr__"}
_UNSUPPORTED = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__del__"}
_DEFAULTS = {
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1,
    "__aexit__": False,
}
_CALCULATED = ("__hash__", "__str__", "__sizeof__", "__fspath__")
_LEFT_OUT = {"__repr__", "__dir__", "__subclasses__", "__call__", "__format__", "__reversed__", "__missing__", "__copy__", "__deepcopy__", "__getformat__"}


class _MagicProxy:
    """Makes the mock of a special method when it is first asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            raise AttributeError(self.name)
        return self.create(obj)

    def create(self, mock):
        name = self.name
        kind = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
        made = kind(name=name, _new_name=name, _new_parent=mock)
        own = made.__dict__
        if name in _DEFAULTS:
            own["_mock_return_value"] = _DEFAULTS[name]
        elif name == "__hash__":
            own["_mock_return_value"] = object.__hash__(mock)
        elif name == "__str__":
            own["_mock_return_value"] = object.__str__(mock)
        elif name == "__sizeof__":
            own["_mock_return_value"] = object.__sizeof__(mock)
        elif name == "__fspath__":
            own["_mock_return_value"] = f"{type(mock).__name__}/{mock._mock_path()}/{id(mock)}"
        elif name == "__eq__":
            made.side_effect = lambda other: _equal(mock, made, other)
        elif name == "__ne__":
            made.side_effect = lambda other: NotImplemented if made.__dict__["_mock_return_value"] is DEFAULT else made.__dict__["_mock_return_value"]
        elif name == "__iter__":
            made.side_effect = lambda: iter([]) if made.__dict__["_mock_return_value"] is DEFAULT else iter(made.__dict__["_mock_return_value"])
        elif name in ("__lt__", "__gt__", "__le__", "__ge__"):
            own["_mock_return_value"] = NotImplemented
        mock.__dict__["_mock_children"][name] = made
        setattr(type(mock), name, made)
        return made


def _equal(mock, made, other):
    value = made.__dict__["_mock_return_value"]
    if value is not DEFAULT:
        return value
    return True if mock is other else NotImplemented


class MagicMixin:
    """Sets up the special methods."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        methods = self.__dict__["_mock_methods"]
        cls = type(self)
        for name in sorted(_MAGICS - _LEFT_OUT):
            if name[2] == "r" and name[3:-2] in _NUMERICS:
                continue
            if methods is None or name in methods:
                setattr(cls, name, _MagicProxy(name))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A stand-in with special methods that cannot be called."""


class MagicMock(MagicMixin, Mock):
    """A stand-in with special methods."""


class AsyncMock(MagicMixin, Mock):
    """A stand-in for a coroutine function."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own["await_count"] = 0
        own["await_args"] = None
        own["await_args_list"] = _CallList()

    async def _mock_awaited(self, args, kwargs):
        own = self.__dict__
        made = _Call((args, kwargs), two=True)
        own["await_count"] += 1
        own["await_args"] = made
        own["await_args_list"].append(made)
        effect = own["_mock_side_effect"]
        if effect is not None and callable(effect) and not isinstance(effect, type) and inspect.iscoroutinefunction(effect):
            result = await effect(*args, **kwargs)
            return self.return_value if result is DEFAULT else result
        try:
            return self._mock_answer(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration from None

    def __call__(self, /, *args, **kwargs):
        self._mock_remember(args, kwargs)
        return self._mock_awaited(args, kwargs)

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._shown_expected(args, kwargs)}\nNot awaited")
        if _Call((args, kwargs), two=True) != self.await_args:
            raise AssertionError(f"expected await not found.\nExpected: {self._shown_expected(args, kwargs)}\n  Actual: {self._shown_expected(*self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited {self.await_count} times.")


class PropertyMock(Mock):
    """A stand-in for a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """Disable the automatic generation of child mocks."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if isinstance(child, NonCallableMock) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A stand-in with the attributes and the signatures of another object."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    is_type = isinstance(spec, type)
    name = _name or getattr(spec, "__name__", None)
    kind = MagicMock
    if inspect.iscoroutinefunction(spec):
        kind = AsyncMock
    elif not callable(spec) or is_type and instance and not hasattr(spec, "__call__"):
        kind = NonCallableMagicMock
    options = {"spec_set" if spec_set else "spec": spec}
    made = kind(parent=_parent, _new_parent=_parent, _new_name=name if _parent is not None else "", name=name, **options, **kwargs)
    made.__dict__["_mock_autospec"] = True
    if is_type and not instance:
        made.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=made)
    if is_type and instance:
        made.__dict__["_spec_signature"] = _without_self(getattr(spec, "__call__", None)) if "__call__" in dir(spec) else None
    for attribute in dir(spec):
        if attribute in _ALL_MAGICS or attribute.startswith("__"):
            continue
        try:
            original = getattr(spec, attribute)
        except AttributeError:
            continue
        if inspect.isfunction(original) or inspect.ismethod(original):
            child = (AsyncMock if inspect.iscoroutinefunction(original) else MagicMock)(parent=made, name=attribute, _new_name=attribute, _new_parent=made, spec=original)
            child.__dict__["_mock_autospec"] = True
            raw = inspect.getattr_static(spec, attribute) if is_type else None
            drop = is_type and inspect.isfunction(original) and not isinstance(raw, staticmethod)
            child.__dict__["_spec_signature"] = _without_self(original) if drop else _signature_of(original, False)
            made.__dict__["_mock_children"][attribute] = child
    if inspect.isfunction(spec):
        return _as_function(made, spec)
    return made


def _without_self(function):
    signature = _signature_of(function, True)
    if signature is None:
        return None
    return signature.replace(parameters=list(signature.parameters.values())[1:])


def _as_function(mock, original):
    @wraps(original)
    def function(*args, **kwargs):
        return mock(*args, **kwargs)

    function.mock = mock
    for name in ("assert_called", "assert_not_called", "assert_called_with", "assert_called_once", "assert_called_once_with", "assert_has_calls",
                 "assert_any_call", "reset_mock"):
        setattr(function, name, getattr(mock, name))
    return _FunctionWithMock(function, mock)


class _FunctionWithMock:
    # Looks like the function, and like its mock when asked for what that remembers.
    def __init__(self, function, mock):
        self.__dict__.update(_function=function, mock=mock)
        self.__name__ = function.__name__

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__dict__["mock"], name)

    def __setattr__(self, name, value):
        if name in ("return_value", "side_effect"):
            setattr(self.__dict__["mock"], name, value)
        else:
            self.__dict__[name] = value

    def __repr__(self):
        return repr(self.__dict__["_function"])


# --- patching

def _imported(path):
    parts = path.split(".")
    target = __import__(parts[0])
    done = parts[0]
    for part in parts[1:]:
        done += f".{part}"
        try:
            target = getattr(target, part)
        except AttributeError:
            __import__(done)
            target = getattr(target, part)
    return target


_active = []


class _Startable:
    """A change that is made by name as well as by `with`."""

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self in _active:
            _active.remove(self)
        return self.__exit__(None, None, None)


class _patch(_Startable):
    """Puts something else in the place of an attribute, for a while."""

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.attribute_name = None
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        twin = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        twin.attribute_name = self.attribute_name
        twin.additional_patchers = [each.copy() for each in self.additional_patchers]
        return twin

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        @contextlib.contextmanager
        def entered(args, kwargs):
            extra = []
            with contextlib.ExitStack() as stack:
                for patching in patched.patchings:
                    value = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        kwargs.update(value)
                    elif patching.new is DEFAULT:
                        extra.append(value)
                yield args + tuple(extra), kwargs

        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with entered(args, kwargs) as (args, kwargs):
                    return await func(*args, **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with entered(args, kwargs) as (args, kwargs):
                    return func(*args, **kwargs)

        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            value = getattr(target, name, DEFAULT)
        if name in dir(builtins) and isinstance(target, ModuleType):
            self.create = True
        if not self.create and value is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return value, False

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT and self.autospec is None:
            options = {}
            kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            if self.new_callable is not None:
                kind = self.new_callable
            spec = original if self.spec is True else self.spec
            spec_set = original if self.spec_set is True else self.spec_set
            if spec not in (None, False):
                options["spec"] = spec
            if spec_set not in (None, False):
                options["spec_set"] = spec_set
            if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
                options["name"] = self.attribute
            options.update(self.kwargs)
            new = kind(**options)
        elif self.autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            new = create_autospec(original if self.autospec is True else self.autospec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self.is_started = True
        self._stack = contextlib.ExitStack()
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        found = {self.attribute_name: new} if self.new is DEFAULT else {}
        for each in self.additional_patchers:
            value = self._stack.enter_context(each)
            if each.new is DEFAULT:
                found.update(value)
        return found

    def __exit__(self, *details):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        self.is_started = False
        self._stack.close()
        return None


def _split_target(target):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return (lambda: _imported(path)), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Put something else in the place of what a dotted name stands for."""
    getter, attribute = _split_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _imported(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict(_Startable):
    """Changes a dict for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, name)))
            return f

        @wraps(f)
        def inner(*args, **kwargs):
            with self:
                return f(*args, **kwargs)

        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _imported(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *details):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False


def _stop_all():
    for each in reversed(_active[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def mock_open(mock=None, read_data=""):
    """A stand-in for open() and the file it gives."""
    import io
    make = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    stream = [make(read_data)]
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=io.TextIOWrapper)
    handle.__enter__.return_value = handle
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = (lambda name: lambda *args, **kwargs: getattr(stream[0], name)(*args, **kwargs))(name)
    handle.write.return_value = None
    handle.__iter__.side_effect = lambda: iter(stream[0])
    handle.__next__.side_effect = lambda: next(stream[0])

    def reset(*args, **kwargs):
        stream[0] = make(read_data)
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
