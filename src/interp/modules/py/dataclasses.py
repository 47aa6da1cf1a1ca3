"""Classes made of fields: the @dataclass decorator."""
import abc
import copy
import sys
from types import FunctionType, GenericAlias, MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple", "make_dataclass",
    "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            type_name = self.type.__name__
        else:
            type_name = repr(self.type)
        return f"dataclasses.InitVar[{type_name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


# Fields whose repr is being made.
_shown = set()


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({}) if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        # The type may be a dataclass that has this very field.
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return (
                f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})"
            )
        finally:
            _shown.discard(id(self))

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(annotation):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or (type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _names(text):
    # `module . name` or `name` at the beginning of a text, which may be no Python at all behind it; None where there is no name.
    import re
    words = re.match(r"(?:\s*(\w+)\s*\.)?\s*(\w+)", text)
    return words and words.groups()


def _names_type(annotation, cls, module_name, wanted, test):
    """Does an annotation given as text name a type such as ClassVar, by the names of the class's module?"""
    names = _names(annotation)
    if names is None:
        return False
    prefix, name = names
    scope = sys.modules.get(cls.__module__)
    scope = scope.__dict__ if scope else {}
    if prefix:
        module = scope.get(prefix)
        if module is None or module is not sys.modules.get(module_name):
            return False
        scope = module.__dict__
    return test(scope.get(name)) if name in scope else False


def _get_field(cls, a_name, a_type, default_kw_only):
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        from types import MemberDescriptorType
        if isinstance(default, MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    if _is_classvar(a_type) or (isinstance(a_type, str) and _names_type(a_type, cls, "typing", "ClassVar", _is_classvar)):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(a_type) or (isinstance(a_type, str) and _names_type(a_type, cls, "dataclasses", "InitVar", _is_initvar)):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


class _Builder:
    """Collects the methods of a class as source, to be compiled in one go."""

    def __init__(self, cls):
        self.cls = cls
        self.scope = {}
        self.sources = []
        self.added = []

    def add(self, name, parameters, body, *, locals=None, overwrite_error=False, unconditional=False):
        if locals:
            self.scope.update(locals)
        self.sources.append(f"  def {name}({', '.join(parameters)}):\n" + "\n".join("   " + line for line in body))
        self.added.append((name, overwrite_error, unconditional))

    def install(self):
        if not self.added:
            return
        scope = self.scope
        text = (
            f"def __create_fn__({', '.join(scope)}):\n" + "\n".join(self.sources) + "\n  return ("
            + "".join(f"{name}," for name, _, _ in self.added) + ")\n"
        )
        namespace = {}
        exec(text, sys.modules[self.cls.__module__].__dict__ if self.cls.__module__ in sys.modules else {}, namespace)
        for function, (name, overwrite_error, unconditional) in zip(namespace["__create_fn__"](**scope), self.added):
            function.__qualname__ = f"{self.cls.__qualname__}.{name}"
            if unconditional:
                setattr(self.cls, name, function)
            elif name in self.cls.__dict__:
                if overwrite_error:
                    detail = overwrite_error if isinstance(overwrite_error, str) else ""
                    raise TypeError(f"Cannot overwrite attribute {name} in class {self.cls.__name__}{detail}")
            else:
                setattr(self.cls, name, function)


def _init_body(all_fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots, builder):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    locals = {"__dataclass_HAS_DEFAULT_FACTORY__": _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}
    annotations = {}
    body = []

    def parameter(f):
        annotations[f.name] = f.type
        if f.default is MISSING and f.default_factory is MISSING:
            return f.name
        if f.default is not MISSING:
            return f"{f.name}=__dataclass_dflt_{f.name}__"
        return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"

    for f in all_fields:
        default_name = f"__dataclass_dflt_{f.name}__"
        if f.default_factory is not MISSING:
            locals[default_name] = f.default_factory
            if f.init:
                value = f"{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
            else:
                value = f"{default_name}()"
        elif f.init:
            if f.default is not MISSING:
                locals[default_name] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            locals[default_name] = f.default
            value = default_name
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})")
        else:
            body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        body.append(f"{self_name}.__post_init__({','.join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)})")
    parameters = [self_name, *(parameter(f) for f in std_fields if f.init)]
    keyword_only = [parameter(f) for f in kw_only_fields if f.init]
    if keyword_only:
        parameters += ["*", *keyword_only]
    builder.add("__init__", parameters, body or ["pass"], locals=locals)
    annotations["return"] = None
    return annotations


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            current = getattr(b, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and current
            any_frozen_base = any_frozen_base or current
    cls_annotations = cls.__dict__.get("__annotations__", {})
    cls_fields = []
    kw_only_seen = False
    for name, annotation in cls_annotations.items():
        if annotation is KW_ONLY or (isinstance(annotation, str) and _names_type(annotation, cls, "dataclasses", "KW_ONLY", lambda t: t is KW_ONLY)):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            cls_fields.append(_get_field(cls, name, annotation, kw_only))
    for f in cls_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and not name in cls_annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen_bases is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init_fields = [f for f in all_init_fields if f.init and not f.kw_only]
    kw_only_init_fields = [f for f in all_init_fields if f.init and f.kw_only]
    builder = _Builder(cls)
    init_annotations = None
    if init:
        init_annotations = _init_body(
            all_init_fields, std_init_fields, kw_only_init_fields, frozen, hasattr(cls, "__post_init__"),
            "__dataclass_self__" if "self" in fields else "self", slots, builder,
        )
        builder.added[-1] = ("__init__", False, True)
        if "__init__" in cls.__dict__:
            # The class's own one stays.
            builder.added.pop()
            builder.sources.pop()
            init_annotations = None
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        flds = [f for f in field_list if f.repr]
        shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in flds)
        builder.add("__repr__", ("self",), [f'return f"{{self.__class__.__qualname__}}({shown})"'])
    if eq:
        cmp_fields = [f for f in field_list if f.compare]
        terms = " and ".join(f"self.{f.name}==other.{f.name}" for f in cmp_fields) or "True"
        builder.add("__eq__", ("self", "other"), [
            "if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {terms}", "return NotImplemented",
        ])
    if order:
        cmp_fields = [f for f in field_list if f.compare]
        own = "(" + "".join(f"self.{f.name}," for f in cmp_fields) + ")"
        others = "(" + "".join(f"other.{f.name}," for f in cmp_fields) + ")"
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            builder.add(
                name, ("self", "other"), ["if other.__class__ is self.__class__:", f" return {own}{op}{others}", "return NotImplemented"],
                overwrite_error=". Consider using functools.total_ordering",
            )
    if frozen:
        names = "(" + "".join(f"{f.name!r}," for f in field_list) + ")"
        locals = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
        condition = f"type(self) is cls or name in {names}" if field_list else "type(self) is cls"
        builder.add("__setattr__", ("self", "name", "value"), [
            f"if {condition}:", ' raise FrozenInstanceError(f"cannot assign to field {name!r}")', "super(cls, self).__setattr__(name, value)",
        ], locals=locals, overwrite_error=True)
        builder.add("__delattr__", ("self", "name"), [
            f"if {condition}:", ' raise FrozenInstanceError(f"cannot delete field {name!r}")', "super(cls, self).__delattr__(name)",
        ], locals=locals, overwrite_error=True)
    hash_fields = [f for f in field_list if (f.compare if f.hash is None else f.hash)]
    add_hash = False
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        add_hash = True
    elif eq and frozen and not has_explicit_hash:
        add_hash = True
    elif eq and not frozen and not has_explicit_hash:
        cls.__hash__ = None
    if add_hash:
        own = "(" + "".join(f"self.{f.name}," for f in hash_fields) + ")"
        builder.add("__hash__", ("self",), [f"return hash({own})"], unconditional=True)
    builder.install()
    if repr and "__repr__" in cls.__dict__:
        method = cls.__dict__["__repr__"]
        if isinstance(method, FunctionType) and method.__code__.co_filename == "<string>":
            import reprlib
            cls.__repr__ = reprlib.recursive_repr()(method)
    if init_annotations is not None:
        cls.__init__.__annotations__ = init_annotations
    if not getattr(cls, "__doc__"):
        try:
            import inspect
            text = str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError, ImportError):
            text = ""
        cls.__doc__ = cls.__name__ + text
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in std_init_fields)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, fields)
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    abc.update_abstractmethods(cls)
    return cls


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return {name for name, offset in (("__weakref__", "__weakrefoffset__"), ("__dict__", "__dictoffset__")) if getattr(cls, offset, -1) != 0}
    if isinstance(slots, str):
        return {slots}
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return set(slots)


def _add_slots(cls, is_frozen, weakref_slot, defined_fields):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    cls_dict = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited |= _slots_of(base)
    names = tuple(name for name in field_names + (("__weakref__",) if weakref_slot else ()) if name not in inherited)
    cls_dict["__slots__"] = names
    for name in field_names:
        cls_dict.pop(name, None)
    cls_dict.pop("__dict__", None)
    cls_dict.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in cls_dict:
            made.__getstate__ = _getstate
        if "__setstate__" not in cls_dict:
            made.__setstate__ = _setstate
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


_ATOMIC = (type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), FunctionType, type(len), type, range, property)


def _asdict_inner(obj, dict_factory):
    cls = type(obj)
    if cls in _ATOMIC:
        return obj
    if hasattr(cls, _FIELDS):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if cls is list:
        return [_asdict_inner(value, dict_factory) for value in obj]
    if cls is dict:
        return {_asdict_inner(key, dict_factory): _asdict_inner(value, dict_factory) for key, value in obj.items()}
    if issubclass(cls, tuple):
        if hasattr(obj, "_fields"):
            return cls(*[_asdict_inner(value, dict_factory) for value in obj])
        return cls(_asdict_inner(value, dict_factory) for value in obj)
    if issubclass(cls, dict):
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for key, value in obj.items():
                result[_asdict_inner(key, dict_factory)] = _asdict_inner(value, dict_factory)
            return result
        return cls((_asdict_inner(key, dict_factory), _asdict_inner(value, dict_factory)) for key, value in obj.items())
    if issubclass(cls, list):
        return cls(_asdict_inner(value, dict_factory) for value in obj)
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    cls = type(obj)
    if cls in _ATOMIC:
        return obj
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_astuple_inner(value, tuple_factory) for value in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_astuple_inner(value, tuple_factory) for value in obj)
    if isinstance(obj, dict):
        pairs = ((_astuple_inner(key, tuple_factory), _astuple_inner(value, tuple_factory)) for key, value in obj.items())
        if hasattr(cls, "default_factory"):
            return cls(obj.default_factory, pairs)
        return cls(pairs)
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                   match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
    """Return a new dynamically created dataclass."""
    import keyword
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, default = item
            defaults[name] = default
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = tp

    def exec_body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations

    import types
    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only,
        slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            if f._field_type is not _FIELD_INITVAR:
                changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
