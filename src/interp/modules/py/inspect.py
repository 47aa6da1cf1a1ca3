"""What live objects are: kinds, members, signatures, sources."""
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512


def ismodule(object):
    """Is it a module?"""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Is it a class?"""
    return isinstance(object, type)


def isfunction(object):
    """Is it a function written in Python?"""
    return isinstance(object, types.FunctionType)


def ismethod(object):
    """Is it a bound method?"""
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    """Is it a built-in function or bound method?"""
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    """Is it a descriptor with __get__ but not __set__, and none of the kinds above?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """Is it a descriptor with __set__ or __delete__?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isroutine(object):
    """Is it a function or method of any kind?"""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Is it a class with abstract methods?"""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Can it stand behind await?"""
    if isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__"):
        return True
    return isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def _flagged(object, flag):
    object = _unwrap_method(object)
    while type(object).__name__ == "partial" and hasattr(object, "func"):
        object = object.func
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def _unwrap_method(object):
    while ismethod(object):
        object = object.__func__
    return object


def isgeneratorfunction(obj):
    """Is it a function with yield?"""
    return _flagged(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Is it a function made by async def?"""
    return _flagged(obj, CO_COROUTINE) or getattr(_unwrap_method(obj), "_is_coroutine_mark", None) is _coroutine_mark


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Make iscoroutinefunction() say yes to a function."""
    _unwrap_method(func)._is_coroutine_mark = _coroutine_mark
    return func


def isasyncgenfunction(obj):
    """Is it a function made by async def, with yield?"""
    return _flagged(obj, CO_ASYNC_GENERATOR)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def _state(prefix, running, suspended, frame):
    if running:
        return f"{prefix}_RUNNING"
    if suspended:
        return f"{prefix}_SUSPENDED"
    return f"{prefix}_CLOSED" if frame is None else f"{prefix}_CREATED"


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state("GEN", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state("CORO", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state("AGEN", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getgeneratorlocals(generator):
    """The local variables of a generator that has not ended."""
    frame = generator.gi_frame
    return {} if frame is None else dict(frame.f_locals)


def getmembers(object, predicate=None):
    """(name, value) of all members, sorted by name."""
    result = []
    names = dir(object)
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            result.append((name, value))
    result.sort(key=lambda pair: pair[0])
    return result


_missing = type("_missing", (), {})


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is stored, without descriptors or __getattr__."""
    places = []
    if not isinstance(obj, type):
        try:
            places.append(object.__getattribute__(obj, "__dict__"))
        except AttributeError:
            pass
        classes = type(obj).__mro__
        for entry in classes:
            found = entry.__dict__.get(attr, _missing)
            if found is not _missing and hasattr(type(found), "__get__") and hasattr(type(found), "__set__"):
                return found
    else:
        classes = obj.__mro__ + type(obj).__mro__
    for place in places:
        if attr in place:
            return place[attr]
    for entry in classes:
        if attr in entry.__dict__:
            return entry.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    """The classes in the order in which attributes are looked up."""
    return cls.__mro__


def cleandoc(doc):
    """A docstring without the indentation of the code around it."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")), default=None)
    if lines:
        lines[0] = lines[0].lstrip(" ")
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The docstring, of a base class where the object has none, cleaned."""
    doc = getattr(object, "__doc__", None)
    if doc is None:
        if isclass(object):
            doc = next((base.__doc__ for base in object.__mro__[1:] if base.__doc__ is not None), None)
        elif isfunction(object) or ismethod(object):
            doc = None
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    """What a chain of __wrapped__ ends in."""
    seen = {id(func)}
    first = func
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def getmodule(object):
    """The module in which an object was made, or None."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getfile(object):
    """The file of an object's source."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    object = _unwrap_method(object)
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got " + type(object).__name__
    )


getsourcefile = getfile


def _block(lines, start):
    # Lines of the definition that begins at index `start`: everything indented deeper, blank lines within.
    first = lines[start]
    indent = len(first) - len(first.lstrip())
    head = start
    while head < len(lines) and lines[head].lstrip().startswith("@"):
        head += 1
    depth = 0
    end = head
    while end < len(lines):
        for char in lines[end].split("#")[0]:
            depth += (char in "([{") - (char in ")]}")
        end += 1
        if depth <= 0 and lines[end - 1].split("#")[0].rstrip().endswith(":"):
            break
        if depth <= 0 and ":" in lines[end - 1]:
            break
    last = end
    while end < len(lines):
        line = lines[end]
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent:
                break
            last = end + 1
        end += 1
    return lines[start:last]


def getsourcelines(object):
    """The lines of an object's source and the number of the first."""
    import linecache

    object = unwrap(object) if not ismodule(object) else object
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        number = getattr(object, "__firstlineno__", None)
        if number is None:
            raise OSError("source code not available")
    else:
        object = _unwrap_method(object)
        if isfunction(object):
            object = object.__code__
        if istraceback(object):
            object = object.tb_frame
        if isframe(object):
            object = object.f_code
        number = object.co_firstlineno
    return _block(lines, number - 1), number


def getsource(object):
    """The source of an object."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines in front of an object's source, or None."""
    import linecache

    try:
        number = getsourcelines(object)[1]
    except (OSError, TypeError):
        return None
    lines = linecache.getlines(getfile(object))
    at = number - 2
    comments = []
    while at >= 0 and lines[at].lstrip().startswith("#"):
        comments.insert(0, lines[at].lstrip())
        at -= 1
    return "".join(comments) or None


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


from collections import namedtuple as _namedtuple

FullArgSpec = _namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = _namedtuple("ArgInfo", "args varargs keywords locals")
FrameInfo = _namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = _namedtuple("Traceback", "filename lineno function code_context index")
Attribute = _namedtuple("Attribute", "name kind defining_class object")
ClosureVars = _namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getframeinfo(frame, context=1):
    """Filename, line, function and source lines of a frame or traceback."""
    import linecache

    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        start = max(1, lineno - context // 2)
        found = [line for line in (linecache.getline(filename, number) for number in range(start, start + context)) if line]
        if found:
            lines, index = found, lineno - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def stack(context=1):
    """FrameInfo of the caller and the frames above it."""
    return getouterframes(sys._getframe(1), context)


def getouterframes(frame, context=1):
    """FrameInfo of a frame and those above it."""
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """FrameInfo of the frames of a traceback."""
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def getclosurevars(func):
    """The outside names that a function uses, and their values."""
    func = _unwrap_method(func)
    code = func.__code__
    nonlocals = {
        name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())
    }
    import builtins

    found, of_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            of_builtins[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, of_builtins, unbound)


# --- signatures

class _empty:
    """No default, no annotation."""


_empty.__module__ = "inspect"


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self.name = name
        self.description = description
        return self

    value = property(int)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_kinds = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as a signature shows it."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _kinds:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        kind = _kinds[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        """A copy with other parts."""
        return type(self)(
            self._name if name is ... else name, self._kind if kind is ... else kind,
            default=self._default if default is ... else default, annotation=self._annotation if annotation is ... else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            text = "*" + text
        elif self._kind == _VAR_KEYWORD:
            text = "**" + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash((self._name, int(self._kind), self._annotation, self._default))

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Arguments as a call would bind them."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        result = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        started = False
        for name, parameter in self._signature.parameters.items():
            if not started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Fill in the defaults of what was not given."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """Parameters and the annotation of the result."""

    empty = _empty
    _parameter_cls = Parameter

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = {}
        kind = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters or ():
            if parameter.kind < kind:
                raise ValueError(f"wrong parameter order: {kind.description} parameter before {parameter.kind.description} parameter")
            kind = parameter.kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in found:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            found[parameter.name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped)

    def replace(self, *, parameters=..., return_annotation=...):
        """A copy with other parts."""
        return type(self)(
            self._parameters.values() if parameters is ... else parameters,
            return_annotation=self._return_annotation if return_annotation is ... else return_annotation,
        )

    __replace__ = replace

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        taken = 0
        missing = None
        # While arguments run out in order, a missing one is named by its kind; behind the first that may be left out it is not.
        in_order = True
        extra_keywords = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                in_order = False
                if taken < len(args):
                    arguments[name] = tuple(args[taken:])
                    taken = len(args)
            elif kind == _VAR_KEYWORD:
                extra_keywords = name
                in_order = False
            elif kind != _KEYWORD_ONLY and taken < len(args):
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args[taken]
                taken += 1
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
                in_order = False
            elif parameter.default is not _empty:
                in_order = False
            elif not partial and missing is None:
                if kind == _POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                missing = f"missing a required{' keyword-only' if kind == _KEYWORD_ONLY and in_order else ''} argument: {name!r}"
        if taken < len(args):
            raise TypeError("too many positional arguments")
        if missing is not None:
            raise TypeError(missing)
        if kwargs:
            if extra_keywords is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[extra_keywords] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """BoundArguments of a call; TypeError when it does not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), with arguments missing."""
        return self._bind(args, kwargs, True)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.values()) == list(other._parameters.values()) and self._return_annotation == other._return_annotation

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text."""
        result = []
        slash = False
        star = True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                result.append("/")
                slash = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                result.append("*")
                star = False
            result.append(str(parameter))
        if slash:
            result.append("/")
        text = f"({', '.join(result)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(result) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


def _signature_of_function(func):
    code = func.__code__
    names = code.co_varnames
    positional = code.co_argcount
    keyword_only = code.co_kwonlyargcount
    annotations = func.__annotations__
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    parameters = []
    for index, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if index < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        at = index - (positional - len(defaults))
        parameters.append(Parameter(name, kind, default=defaults[at] if at >= 0 else _empty, annotation=annotations.get(name, _empty)))
    at = positional + keyword_only
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[at], _VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[positional : positional + keyword_only]:
        parameters.append(
            Parameter(name, _KEYWORD_ONLY, default=keyword_defaults.get(name, _empty), annotation=annotations.get(name, _empty))
        )
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[at], _VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


_native_types = tuple(type(each) for each in (len, str.join, int.__add__, (1).__add__, dict.__dict__["fromkeys"]))
_native_signatures = {}


def _native_signature(obj):
    """Signature of a built-in function, method or class that a table knows; None for others."""
    if isclass(obj):
        if obj.__module__ != "builtins":
            return None
        key, bound = obj.__qualname__, False
    elif isinstance(obj, _native_types):
        module = getattr(obj, "__module__", None)
        key = obj.__qualname__ if module in (None, "builtins") else f"{module}.{obj.__qualname__}"
        owner = getattr(obj, "__self__", None)
        bound = owner is not None and not isinstance(owner, (type, type(sys)))
    else:
        return None
    if not _native_signatures:
        from _builtin_signatures import SIGNATURES, SLOTS
        for table in (SIGNATURES, SLOTS):
            for parameters, names in table.items():
                _native_signatures.update(dict.fromkeys(names.split(), parameters))
    parameters = _native_signatures.get(key)
    if parameters is None and isinstance(obj, (type(int.__add__), type((1).__add__))):
        parameters = _native_signatures.get(obj.__name__)
    if parameters is None:
        return None
    made = _signature_of_function(eval(f"lambda {parameters}: None"))
    return _without_first(made) if bound else made


def _signature_of(obj, follow=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    native = _native_signature(obj)
    if native is not None:
        return native
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow))
    if follow:
        obj = unwrap(obj, stop=lambda func: hasattr(func, "__signature__"))
        if ismethod(obj):
            return _signature_of(obj)
    known = getattr(obj, "__signature__", None)
    if isinstance(known, Signature):
        return known
    if isfunction(obj):
        return _signature_of_function(obj)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _signature_of_partial(obj)
    if isclass(obj):
        call = type(obj).__dict__.get("__call__") if type(obj) is not type else None
        if isfunction(call):
            return _without_first(_signature_of(call))
        for entry in obj.__mro__:
            for name in ("__new__", "__init__"):
                found = entry.__dict__.get(name)
                if isinstance(found, staticmethod):
                    found = found.__func__
                if isfunction(found):
                    return _without_first(_signature_of(found))
        for entry in obj.__mro__[1:]:
            native = _native_signature(entry)
            if native is not None and entry is not object:
                return native
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _signature_of_partial(obj):
    signature = _signature_of(obj.func)
    bound = signature.bind_partial(*obj.args, **obj.keywords).arguments
    parameters = []
    by_keyword = False
    given = len(obj.args)
    for name, parameter in signature.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD) and given > 0:
            given -= 1
            continue
        if name in bound and parameter.kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            by_keyword = True
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=bound[name])
        elif by_keyword and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_keyword and parameter.kind == _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return signature.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The Signature of something callable."""
    return _signature_of(obj, follow_wrapped)


def getfullargspec(func):
    """Names and defaults of a function's parameters."""
    try:
        found = _signature_of(func, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    if ismethod(func):
        found = _signature_of(func.__func__, False)
    args, kwonly, defaults, kwdefaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def getargvalues(frame):
    """Arguments of a frame and their values."""
    code = frame.f_code
    names = code.co_varnames
    count = code.co_argcount + code.co_kwonlyargcount
    varargs = keywords = None
    if code.co_flags & CO_VARARGS:
        varargs = names[count]
        count += 1
    if code.co_flags & CO_VARKEYWORDS:
        keywords = names[count]
    return ArgInfo(list(names[: code.co_argcount + code.co_kwonlyargcount]), varargs, keywords, frame.f_locals)


def getcallargs(func, /, *positional, **named):
    """The mapping of parameters to what a call would give them."""
    bound = _signature_of_function(_unwrap_method(func)).bind(*((func.__self__,) if ismethod(func) else ()), *positional, **named)
    bound.apply_defaults()
    return bound.arguments


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, function or module, as a new dict."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__", None) or getattr(obj, "__annotations__", {}) if "__annotations__" in obj.__dict__ else {}
        scope = getattr(sys.modules.get(obj.__module__), "__dict__", {})
    elif ismodule(obj):
        found = getattr(obj, "__annotations__", {})
        scope = obj.__dict__
    elif callable(obj):
        found = getattr(obj, "__annotations__", None) or {}
        scope = getattr(unwrap(obj), "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not eval_str:
        return dict(found)
    return {
        name: eval(value, scope if globals is None else globals, locals) if isinstance(value, str) else value for name, value in found.items()
    }


def classify_class_attrs(cls):
    """Attribute(name, kind, defining class, object) of everything a class has."""
    result = []
    for name in dir(cls):
        for entry in cls.__mro__ + type(cls).__mro__:
            if name in entry.__dict__:
                break
        else:
            continue
        stored = entry.__dict__[name]
        if isinstance(stored, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(stored, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(stored, property):
            kind = "property"
        else:
            kind = "method" if isroutine(stored) else "data"
        result.append(Attribute(name, kind, entry, stored))
    return result
