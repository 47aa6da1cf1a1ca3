"""Enumerations."""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
    "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

_builtin_property = property
Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None


class nonmember:
    """Around a value in the body of a class: no member."""

    def __init__(self, value):
        self.value = value


class member:
    """Around a value in the body of a class: a member, whatever it is."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_inner_class(cls_name, obj):
    # A class written in the body of the enumeration stays a class; one from elsewhere is the value of a member.
    return isinstance(obj, type) and getattr(obj, "__qualname__", "").endswith(f"{cls_name}.{getattr(obj, '__name__', '')}")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = f"_{cls_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError("%r is not a positive integer" % num)
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Like built-in bin(), with the sign bit set apart: 0b0 1010, 0b1 0110."""
    if num >= 0:
        digits, sign = format(num, "b") if num else "", "0b0"
    else:
        digits, sign = format(num + 2 ** num.bit_length(), "b").zfill(num.bit_length()), "0b1"
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


class _auto_null_type:
    def __repr__(self):
        return "_auto_null"


_auto_null = _auto_null_type()


class auto:
    """Stands for the next value in the body of a class."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(DynamicClassAttribute):
    """An attribute of members, beside which the class may have a member of the same name."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is None:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _proto_member:
    """Stands for a member while its class is being made, then becomes it."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        # Once the stand-in is gone, the member can have the name.
        delattr(enum_class, member_name)
        value, data_type, make = self.value, enum_class._member_type_, enum_class._new_member_
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        enum_member = make(enum_class, *args) if enum_class._use_args_ else make(enum_class)
        if not hasattr(enum_member, "_value_"):
            try:
                own = value if data_type is object else data_type(*args)
            except Exception as problem:
                # Named, so that the frame keeps it: a class that failed dies with the next collection, as in CPython.
                refused = TypeError("_value_ not set in __new__, unable to create it")
                raise refused from problem
            enum_member._value_ = own
        value = enum_member._value_
        enum_member._name_, enum_member.__objclass__ = member_name, enum_class
        enum_member.__init__(*args)
        names = enum_class._member_names_
        enum_member._sort_order_ = len(names)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        known = _known_value(enum_class, value)
        if known is not None:
            # An equal value before: this name is an alias.
            enum_member = known
        elif not is_flag or not isinstance(value, int):
            names.append(member_name)
        else:
            # Of the numbers of flags only single bits are members, the others stand for several.
            enum_class._flag_mask_ |= value
            if _is_single_bit(value):
                names.append(member_name)
                enum_class._singles_mask_ |= value
        if is_flag:
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        enum_class._add_member_(member_name, enum_member)
        try:
            enum_class._value2member_map_.setdefault(value, enum_member)
            if value not in enum_class._hashable_values_:
                enum_class._hashable_values_.append(value)
        except TypeError:
            enum_class._unhashable_values_.append(value)
            enum_class._unhashable_values_map_.setdefault(member_name, []).append(value)


def _known_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for known in enum_class._member_map_.values():
            if known._value_ == value:
                return known
        return None


class EnumDict(dict):
    """The body of a class: knows its members in their order, and refuses a name that comes twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                           "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                setattr(self, "_generate_next_value", value.__func__ if isinstance(value, staticmethod) else value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value) or _is_inner_class(self._cls_name, value)):
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._resolve(key, value)
            elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
                kind = type(value)
                items = [self._resolve(key, item) if isinstance(item, auto) else item for item in value]
                try:
                    value = kind(items)
                except TypeError:
                    # A named tuple, say, takes them one by one.
                    value = kind(*items)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if value.value is _auto_null:
            self._auto_called = True
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        self._last_values.append(value.value)
        return value.value

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict
_NOT_GIVEN = object()


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        member_names = list(classdict._member_names)
        invalid_names = set(member_names) & {"mro", ""}
        if invalid_names:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in sorted(invalid_names)))
        order = classdict.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        __new__, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        values = {name: classdict[name] for name in member_names}
        plain = dict(classdict)
        for name, value in values.items():
            plain[name] = _proto_member(value)
        if not isinstance(plain.get("_generate_next_value_", staticmethod(None)), staticmethod):
            plain["_generate_next_value_"] = staticmethod(plain["_generate_next_value_"])
        # Who asks for a member meanwhile has called Enum.__new__ where the one of the data type was meant.
        in_progress = "_%s__in_progress" % cls
        plain[in_progress] = True
        plain.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _hashable_values_=[], _unhashable_values_=[], _unhashable_values_map_={},
            _member_type_=member_type, _value_repr_=metacls._find_data_repr_(cls, bases), _new_member_=__new__, _use_args_=use_args,
            _boundary_=boundary or getattr(first_enum, "_boundary_", None), _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None,
        )
        try:
            enum_class = super().__new__(metacls, cls, bases, plain, **kwds)
        except Exception as exc:
            # That __set_name__ made the member is no news to the reader.
            if hasattr(exc, "__notes__"):
                del exc.__notes__
            raise
        type.__delattr__(enum_class, in_progress)
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
            if "__format__" not in classdict:
                classdict["__format__"] = enum_class.__format__ = member_type.__format__
            if "__str__" not in classdict:
                method = member_type.__str__
                classdict["__str__"] = enum_class.__str__ = member_type.__repr__ if method is object.__str__ else method
        if first_enum is not None:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name in classdict:
                    continue
                found = getattr(enum_class, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    setattr(enum_class, name, getattr(first_enum, name))
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict:
                    setattr(enum_class, name, getattr(Flag, name))
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = __new__
            enum_class.__new__ = Enum.__new__
        if order is not None:
            if isinstance(order, str):
                order = order.replace(",", " ").split()
            order = [name for name in order if name not in enum_class._member_map_ or enum_class._member_map_[name]._name_ == name]
            if order != enum_class._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (enum_class._member_names_, order))
        if Flag is not None and issubclass(enum_class, Flag):
            members = list(enum_class._member_map_.values())
            if members != sorted(members, key=lambda m: m._value_ if isinstance(m._value_, int) else 0):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        return enum_class

    def __init__(cls, *args, boundary=None, _simple=False, **kwds):
        super().__init__(*args)

    def __bool__(cls):
        return True

    def __call__(cls, value=_NOT_GIVEN, names=_NOT_GIVEN, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member of a value; for a class without members a new class."""
        if cls._member_map_:
            if names is not _NOT_GIVEN:
                value = (value, names) + values
            if value is _NOT_GIVEN:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if value is _NOT_GIVEN:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if names is _NOT_GIVEN and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(
            value, None if names is _NOT_GIVEN else names, module=module, qualname=qualname, type=type, start=start, boundary=boundary,
        )

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._hashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        interesting = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(interesting)
        return sorted(set(dir(cls._member_type_)) | interesting)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for name in names:
                # A copy: what a class does to the list it is given stays without effect.
                values.append(cls._generate_next_value_(name, start, len(values), values[:]))
            names = list(zip(names, values))
        for item in () if names is None else names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    params = base.__dict__.get("__dataclass_params__")
                    if params is not None and params.repr and "__dataclass_fields__" in base.__dict__:
                        return _fields_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        chain_bases = {base for chain in bases for base in chain.__mro__}
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, data_types))
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        __new__ = classdict.get("__new__", None)
        save_new = first_enum is not None and __new__ is not None
        if __new__ is None:
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in {None, None.__new__, object.__new__, getattr(Enum, "__new__", None)}:
                        __new__ = target
                        break
                if __new__ is not None:
                    break
            else:
                __new__ = object.__new__
        use_args = first_enum is not None and __new__ not in (getattr(Enum, "__new__", None), object.__new__)
        return __new__, save_new, use_args

    def _add_member_(cls, name, member):
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError("%r is already bound: %r" % (name, cls._member_map_[name]))
            return
        found = kind = owner = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if attribute is None:
                continue
            if isinstance(attribute, (property, DynamicClassAttribute)):
                found, kind, owner = attribute, "enum", base
                break
            if _is_descriptor(attribute):
                found, kind, owner = attribute, kind or "desc", owner or base
            else:
                kind, owner = "attr", base
        if found is not None:
            # A member called `name`, or `title` where values are strings: the attribute of members and the member share the name.
            redirect = property()
            redirect.member = member
            redirect.__set_name__(cls, name)
            if kind != "attr":
                redirect.fget, redirect.fset, redirect.fdel = (getattr(found, part, None) for part in ("fget", "fset", "fdel"))
            redirect._attr_type, redirect._cls_type = kind, owner
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, member)
        cls._member_map_[name] = member


EnumMeta = EnumType


def _fields_repr(self):
    # The value of a member that is a dataclass: its fields, without the name of the class.
    return ", ".join(f"{name}={getattr(self, name)!r}" for name, field in self.__dataclass_fields__.items() if field.repr)


def _equal_member(cls, value):
    """The member of a value without a hash, or None."""
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls[name]
    for name, candidate in cls._member_map_.items():
        if value == candidate._value_:
            return cls[name]
    return None


def _refusal(cls, value, result, problem):
    """What is raised where _missing_ gave that result, or failed with that problem."""
    unknown = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    if problem is None:
        if result is None:
            return unknown
        problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
    if not isinstance(problem, ValueError):
        problem.__context__ = unknown
    return problem


class Enum(metaclass=EnumType):
    """Names that stand for values."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError) as problem:
            equal = _equal_member(cls, value) if isinstance(problem, TypeError) else None
        if equal is not None:
            return equal
        if not cls._member_map_:
            if cls.__dict__.get("_%s__in_progress" % cls.__name__):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError("%r has no members defined" % cls)
        problem = result = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
        try:
            if isinstance(result, cls):
                return result
            ejects = Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
            if ejects and isinstance(result, int):
                return result
            raise _refusal(cls, value, result, problem)
        finally:
            # The traceback keeps this frame, which must not keep the exception.
            problem = None

    def __init__(self, *args, **kwds):
        pass

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = cls._value2member_map_.get(value)
        if known is not None and known is not self:
            raise ValueError("%r is already bound: %r" % (value, known))
        cls._value2member_map_.setdefault(value, self)
        cls._hashable_values_.append(value)

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError("unable to increment %r" % (last_value,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        return "<%s.%s: %s>" % (cls.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        cls, members = self.__class__, self._member_map_
        shown = set() if cls._member_type_ is object else set(object.__dir__(self))
        shown.update([name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in members])
        for base in cls.mro():
            for name, attribute in base.__dict__.items():
                if name[0] == "_":
                    continue
                redirects = isinstance(attribute, property)
                if name not in members or redirects and attribute.fget is not None:
                    shown.add(name)
                elif redirects:
                    shown.discard(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | shown)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    # There is one object of each member: copies and what is unpickled are that object.

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    @property
    def value(self):
        """What the member stands for."""
        return self._value_

    @property
    def name(self):
        """What the member is called."""
        return self._name_


class ReprEnum(Enum):
    """Members with a repr of their own, but the str and format of their data type."""


class IntEnum(int, ReprEnum):
    """Members that are ints."""


class StrEnum(str, ReprEnum):
    """Members that are texts."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1:
            if not isinstance(values[0], str):
                raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2:
            if not isinstance(values[1], str):
                raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3:
            if not isinstance(values[2], str):
                raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of bits that a flag has no names for."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _parts(cls, singles, value):
    """The members of the single bits, then those of several bits that are all in the value."""
    parts = list(cls._iter_member_(singles))
    if value != singles:
        for candidate in cls._member_map_.values():
            bits = candidate._value_
            if candidate not in parts and bits and bits & value == bits:
                parts.append(candidate)
    return parts


class Flag(Enum, boundary=STRICT):
    """Members that can be put together, bit by bit."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members of the single bits of a value, lowest first."""
        for val in _iter_bits_lsb(value & cls._flag_mask_):
            if val in cls._value2member_map_:
                yield cls._value2member_map_[val]

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The same in the order of the class."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """Makes the member of a value that is put together of others."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask = cls._flag_mask_
        singles_mask = cls._singles_mask_
        all_bits = cls._all_bits_
        neg_value = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, bin(value, max_bits), bin(flag_mask, max_bits)))
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))
        if value < 0:
            neg_value = value
            if cls._boundary_ in (EJECT, KEEP):
                value = all_bits + 1 + value
            else:
                value = singles_mask & value
        singles, rest = value & singles_mask, value & ~singles_mask
        unknown = value & ~flag_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        if rest:
            value = singles | rest
        parts = _parts(cls, singles, value) if value else []
        covered = 0
        for part in parts:
            covered |= part._value_
        name = "|".join([part._name_ for part in parts]) if covered else None
        unknown = value ^ covered
        if unknown and covered:
            if cls._boundary_ is STRICT:
                raise ValueError("%r: no members with value %r" % (cls, unknown))
            name += "|%s" % cls._numeric_repr_(unknown)
        made._name_ = name
        known = cls._value2member_map_
        made = known.setdefault(value, made)
        if neg_value is not None:
            known[neg_value] = made
        return made

    def __contains__(self, other):
        """Whether all bits of other are set here."""
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __len__(self):
        return self._value_.bit_count()

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __str__(self):
        cls_name, name = self.__class__.__name__, self._name_
        return "%s(%r)" % (cls_name, self._value_) if name is None else "%s.%s" % (cls_name, name)

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        name = cls.__name__ if self._name_ is None else "%s.%s" % (cls.__name__, self._name_)
        return "<%s: %s>" % (name, show(self._value_))

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        bits = self._get_value(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    __ror__ = __or__

    def __and__(self, other):
        bits = self._get_value(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    __rand__ = __and__

    def __xor__(self, other):
        bits = self._get_value(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            others = ~self._value_
            # Where bits without a name are allowed they are part of the rest.
            if self._boundary_ not in (EJECT, KEEP):
                others &= self._singles_mask_
            self._inverted_ = self.__class__(others)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def unique(enumeration):
    """A decorator that refuses a class with aliases."""
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        details = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


def global_enum_repr(self):
    """A repr with the module in place of the class."""
    module = self.__class__.__module__.split(".")[-1]
    return "%s.%s" % (module, self._name_)


def global_flag_repr(self):
    """The same for each part of a flag."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    if self._boundary_ is not KEEP:
        return "|".join(["%s.%s" % (module, name) for name in self.name.split("|")])
    return "|".join([n if n[0].isdigit() else "%s.%s" % (module, n) for n in self._name_.split("|")])


def global_str(self):
    """A str without the class."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator that puts the members into the module, where their repr finds them."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What verify can look for."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that refuses a class where one of the checks fails."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        cls_name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
                if duplicates:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
            elif check is CONTINUOUS:
                values = {member.value for member in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % (
                        "flag" if is_flag else "enum", cls_name, ", ".join(str(m) for m in missing)))[:256])
            elif check is NAMED_FLAGS:
                member_values = [member.value for member in enumeration]
                bad, missing = [], 0
                for name, alias in enumeration._member_map_.items():
                    if name in enumeration._member_names_ or alias.value < 0:
                        continue
                    lost = [v for v in _iter_bits_lsb(alias.value) if v not in member_values]
                    if lost:
                        bad.append(name)
                        for v in lost:
                            missing |= v
                if bad:
                    text = "alias %s is missing" % bad[0] if len(bad) == 1 else "aliases %s and %s are missing" % (", ".join(bad[:-1]), bad[-1])
                    value = "value 0x%x" % missing if _is_single_bit(missing) else "combined values of 0x%x" % missing
                    raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (cls_name, text, value))
        return enumeration
