"""What help() prints: a description of a function, a class or an object as text."""
import inspect

_HIDDEN = {
    "__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__loader__", "__module__", "__name__",
    "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__version__", "__static_attributes__", "__firstlineno__",
}
_SLOT_DOCS = {"__dict__": "dictionary for instance variables", "__weakref__": "list of weak references to the object"}


def help(*arguments):
    """Print the description of an object to standard output."""
    if not arguments:
        print("The interactive help is not there: programs run without a terminal. Use help(object).")
        return
    thing, = arguments
    if isinstance(thing, str):
        found = _named(thing)
        if found is None:
            print(f"No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\nUse help(str) for help on the str class.\n")
            return
        thing, name = found
    else:
        name = getattr(thing, "__name__", None)
    print(_rendered(thing, name))


def _named(path):
    """The object that a dotted name means, with its last part."""
    import builtins
    import importlib
    first, *rest = path.strip().split(".")
    thing = getattr(builtins, first, None)
    if thing is None:
        try:
            thing = importlib.import_module(first)
        except ImportError:
            return None
    for part in rest:
        thing = getattr(thing, part, None)
        if thing is None:
            return None
    return thing, (rest or [first])[-1]


def _describe(thing):
    if inspect.ismodule(thing):
        return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    kind = type(thing).__name__
    if kind in ("getset_descriptor", "member_descriptor"):
        return f"{kind.replace('_', ' ')} {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{thing.__name__}"
    if inspect.isclass(thing):
        return "class " + thing.__name__
    if inspect.isfunction(thing):
        return "function " + thing.__name__
    if inspect.ismethod(thing):
        return "method " + thing.__name__
    return kind


def _rendered(thing, name):
    what = _describe(thing)
    module = getattr(thing, "__module__", None)
    if module and not inspect.ismodule(thing):
        what += " in module " + module
    plain = not (inspect.ismodule(thing) or inspect.isclass(thing) or inspect.isroutine(thing) or inspect.isdatadescriptor(thing) or _own_doc(thing))
    if plain:
        thing = getattr(thing, "__origin__", None) or type(thing)
        name = None
        what += " object"
    return f"Help on {what}:\n\n{_document(thing, name, None)}"


def _own_doc(thing):
    doc = getattr(thing, "__doc__", None)
    return doc if isinstance(doc, str) and (isinstance(thing, type) or doc is not getattr(type(thing), "__doc__", None)) else None


def _doc(thing):
    return (inspect.getdoc(thing) or "").rstrip() if _own_doc(thing) or inspect.isroutine(thing) or isinstance(thing, property) else ""


def _indented(text, prefix="    "):
    return "\n".join((prefix + line).rstrip() for line in text.split("\n"))


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return None


def _document(thing, name, owner):
    if inspect.ismodule(thing):
        return _module(thing)
    if inspect.isclass(thing):
        return _class(thing, name)
    if inspect.isroutine(thing):
        return _routine(thing, name, owner)
    return _data(thing, name)


def _routine(thing, name, owner):
    real = getattr(thing, "__name__", name)
    name = name or real
    title = name if real == name or real == "<lambda>" else f"{name} = {real}"
    spec = _signature(thing)
    if real == "<lambda>":
        title, spec = name + " lambda ", (spec or "()")[1:-1]
    note = ""
    if inspect.ismethod(thing) and owner is None:
        owner = type(thing.__self__)
        note = f" method of {owner.__module__}.{owner.__qualname__} instance"
    line = ("async " if inspect.iscoroutinefunction(thing) or inspect.isasyncgenfunction(thing) else "") + title + ("(...)" if spec is None else spec) + note
    if title.find(" = ") > 0 and owner is not None and owner.__dict__.get(real) is thing:
        return line + "\n"
    doc = _doc(thing) or _inherited_doc(real, owner)
    return f"{line}\n{_indented(doc).rstrip()}\n" if doc else line + "\n"


_OBJECT_DOCS = {
    "__eq__": "Return self==value.", "__ne__": "Return self!=value.", "__lt__": "Return self<value.", "__le__": "Return self<=value.",
    "__gt__": "Return self>value.", "__ge__": "Return self>=value.", "__hash__": "Return hash(self).", "__repr__": "Return repr(self).",
    "__str__": "Return str(self).", "__init__": "Initialize self.  See help(type(self)) for accurate signature.",
    "__getattribute__": "Return getattr(self, name).", "__setattr__": "Implement setattr(self, name, value).",
    "__delattr__": "Implement delattr(self, name).", "__format__": "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
}


def _inherited_doc(name, owner):
    """What a base class says of a method that has no words of its own."""
    for base in owner.__mro__ if owner is not None else ():
        doc = _OBJECT_DOCS.get(name) if base is object else getattr(base.__dict__.get(name), "__doc__", None)
        if isinstance(doc, str):
            return inspect.cleandoc(doc)
    return ""


def _descriptor(thing, name):
    doc = _SLOT_DOCS.get(name) or _doc(thing)
    return f"{name}\n{_indented(doc)}\n" if doc else name + "\n"


def _data(thing, name, limit=None, doc=None):
    text = repr(thing)
    line = f"{name} = {text}" if name else text
    if limit is not None and len(line) > limit:
        line = line[:limit] + "..."
    doc = doc or _doc(thing)
    return f"{line}\n{_indented(doc)}\n" if doc else line


def _class_name(cls, module):
    return cls.__name__ if cls.__module__ == module else f"{cls.__module__}.{cls.__name__}"


def _visible(name, cls):
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    return not name.startswith("_") or hasattr(cls, "_fields")


def _attributes(cls):
    """(name, kind, class where it stands, value) of all that a class shows."""
    found = []
    for name in dir(cls):
        if not _visible(name, cls):
            continue
        home = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if home is None:
            continue
        value = home.__dict__[name]
        if isinstance(value, (staticmethod, classmethod)) or type(value).__name__ == "classmethod_descriptor":
            kind = "Static methods" if isinstance(value, staticmethod) or name == "__new__" else "Class methods"
        elif isinstance(value, property):
            kind = "Readonly properties" if value.fset is None else "Data descriptors"
        elif inspect.isroutine(value):
            kind = "Static methods" if inspect.isbuiltin(value) else "Methods"
        elif inspect.isdatadescriptor(value):
            kind = "Data descriptors"
        else:
            kind = "Data and other attributes"
        found.append((name, kind, home, value))
    return found


_KINDS = ("Methods", "Class methods", "Static methods", "Readonly properties", "Data descriptors", "Data and other attributes")


def _class(cls, name):
    module = cls.__module__
    title = "class " + cls.__name__ if name in (None, cls.__name__) else f"{name} = class {cls.__name__}"
    if cls.__bases__:
        title += f"({', '.join(_class_name(base, module) for base in cls.__bases__)})"
    lines = []
    spec = _signature(cls)
    if spec and spec != "()":
        lines.append((name or cls.__name__) + spec + "\n")
    doc = _doc(cls)
    if doc:
        lines.append(doc + "\n")
    order = cls.__mro__
    if len(order) > 2:
        lines.append("Method resolution order:")
        lines += ["    " + _class_name(base, module) for base in order]
        lines.append("")
    ruled = False
    attributes = _attributes(cls)
    for home in order:
        if home is object and cls is not object:
            continue
        where = "defined here" if home is cls else f"inherited from {_class_name(home, module)}"
        for kind in _KINDS:
            here = [each for each in attributes if each[2] is home and each[1] == kind]
            fields = list(getattr(cls, "_fields", ()))
            here.sort(key=lambda each: (fields.index(each[0]) if each[0] in fields else len(fields), each[0]))
            if not here:
                continue
            if ruled:
                lines.append("-" * 70)
            ruled = True
            lines.append(f"{kind} {where}:\n")
            for each, _, _, value in here:
                if kind in ("Readonly properties", "Data descriptors"):
                    lines.append(_descriptor(value, each))
                elif kind == "Data and other attributes":
                    lines.append(_data(getattr(cls, each, value), each, 70) + "\n")
                else:
                    lines.append(_document(getattr(cls, each), each, cls))
    text = "\n".join(lines).rstrip()
    return f"{title}\n{_indented(text, ' |  ')}\n" if text else title + "\n"


def _section(title, text):
    return f"{title}\n{_indented(text).rstrip()}\n\n"


def _module(module):
    first, _, rest = (module.__doc__ or "").strip().partition("\n")
    text = _section("NAME", module.__name__ + (f" - {first}" if first else ""))
    if rest.strip():
        text += _section("DESCRIPTION", inspect.cleandoc(rest))
    names = getattr(module, "__all__", None)
    classes, functions, data = [], [], []
    for name in sorted(names if names is not None else (each for each in vars(module) if not each.startswith("_"))):
        value = getattr(module, name, None)
        own = names is not None or getattr(value, "__module__", None) == module.__name__
        if inspect.isclass(value):
            if own:
                classes.append((name, value))
        elif inspect.isroutine(value):
            if own or inspect.isbuiltin(value):
                functions.append((name, value))
        elif not inspect.ismodule(value):
            data.append((name, value))
    if classes:
        text += _section("CLASSES", "\n".join(_class(value, name) for name, value in classes))
    if functions:
        text += _section("FUNCTIONS", "\n".join(_routine(value, name, None) for name, value in functions))
    if data:
        text += _section("DATA", "\n".join(_data(value, name, 70) for name, value in data))
    return text + _section("FILE", getattr(module, "__file__", None) or "(built-in)")
