"""Pretty-printing of nested data."""
import collections as _collections
import re
import sys as _sys
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Write an object to a stream, sys.stdout unless told."""
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text of an object."""
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr() that shows recursion."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Can eval() read the text back?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Does the object contain itself?"""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SafeKey:
    # Sorts what cannot be compared by type and address.
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    """Lays out data so that lines fit a width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts.append, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, dict(context), self._depth, level)[0]

    def _format(self, object, put, indent, allowance, context, level):
        key = id(object)
        if key in context:
            put(_recursion(object))
            return
        text = self._repr(object, context, level)
        width = self._width - indent - allowance
        if len(text) > width:
            method = self._method(object)
            if method is not None:
                context[key] = 1
                method(object, put, indent, allowance, context, level + 1)
                del context[key]
                return
        put(text)

    def _method(self, object):
        kind = type(object)
        own = kind.__repr__
        if own is dict.__repr__:
            return self._dict
        if own is _collections.OrderedDict.__repr__ and len(object):
            return self._ordered_dict
        if own is list.__repr__:
            return lambda *args: self._sequence("[", "]", *args)
        if own is tuple.__repr__:
            return lambda *args: self._sequence("(", ",)" if len(object) == 1 else ")", *args)
        if own in (set.__repr__, frozenset.__repr__) and object:
            return self._set
        if own is str.__repr__ and object:
            return self._str
        if own in (bytes.__repr__,) and len(object) > 4:
            return self._bytes
        if own is bytearray.__repr__:
            return self._bytearray
        if own is _collections.ChainMap.__repr__ and object.maps:
            return self._chain_map
        if own in (_collections.UserDict.__repr__, _collections.UserList.__repr__, _collections.UserString.__repr__):
            return self._user
        if own is _types.MappingProxyType.__repr__:
            return self._proxy
        if own is _types.SimpleNamespace.__repr__:
            return self._namespace
        if own is _collections.Counter.__repr__ and object:
            return self._counter
        if own is _collections.defaultdict.__repr__ and object:
            return self._defaultdict
        if own is _collections.deque.__repr__ and object:
            return self._deque
        if "__dataclass_fields__" in kind.__dict__ and not isinstance(object, type) and "__create_fn__" in getattr(own, "__wrapped__", own).__qualname__:
            return self._dataclass
        if "__dataclass_fields__" in kind.__dict__ and hasattr(own, "__wrapped__") and kind.__dataclass_params__.repr:
            return self._dataclass
        return None

    def _dict(self, object, put, indent, allowance, context, level):
        put("{")
        if self._indent > 1:
            put((self._indent - 1) * " ")
        if len(object):
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
            self._dict_items(items, put, indent, allowance + 1, context, level)
        put("}")

    def _dict_items(self, items, put, indent, allowance, context, level):
        indent += self._indent
        between = ",\n" + " " * indent
        last = len(items) - 1
        for index, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            put(f"{text}: ")
            self._format(value, put, indent + len(text) + 2, allowance if index == last else 1, context, level)
            if index != last:
                put(between)

    def _items(self, items, put, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            put((self._indent - 1) * " ")
        between = ",\n" + " " * indent
        separator = ""
        width = room = self._width - indent + 1
        items = list(items)
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if width < needed:
                    width = room
                    if separator:
                        separator = between
                if width >= needed:
                    width -= needed
                    put(separator)
                    separator = ", "
                    put(text)
                    continue
            put(separator)
            separator = between
            self._format(item, put, indent, allowance if last else 1, context, level)

    def _sequence(self, opening, closing, object, put, indent, allowance, context, level):
        put(opening)
        self._items(object, put, indent, allowance + len(closing), context, level)
        put(closing)

    def _set(self, object, put, indent, allowance, context, level):
        kind = type(object)
        if kind is set:
            put("{")
            closing = "}"
        else:
            put(f"{kind.__name__}({{")
            closing = "})"
            indent += len(kind.__name__) + 1
        self._items(sorted(object, key=_SafeKey), put, indent, allowance + len(closing), context, level)
        put(closing)

    def _str(self, object, put, indent, allowance, context, level):
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        full = most = self._width - indent
        text = ""
        for number, line in enumerate(lines):
            text = repr(line)
            if number == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            width = full
            current = ""
            for index, part in enumerate(parts):
                candidate = current + part
                if index == len(parts) - 1 and number == len(lines) - 1:
                    width -= allowance
                if len(repr(candidate)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            put(text)
            return
        if level == 1:
            put("(")
        put(("\n" + " " * indent).join(chunks))
        if level == 1:
            put(")")

    def _bytes(self, object, put, indent, allowance, context, level):
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            put("(")
        width = self._width - indent
        separator = ""
        current = b""
        last = len(object) // 4 * 4
        for index in range(0, len(object), 4):
            part = object[index : index + 4]
            candidate = current + part
            if index == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    put(separator + repr(current))
                    separator = "\n" + " " * indent
                current = part
            else:
                current = candidate
        if current:
            put(separator + repr(current))
        if parens:
            put(")")

    def _bytearray(self, object, put, indent, allowance, context, level):
        if not object:
            put(repr(object))
            return
        put("bytearray(")
        self._bytes(bytes(object), put, indent + 10, allowance + 1, context, level + 1)
        put(")")

    def _chain_map(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        put(f"{name}(")
        indent += len(name) + 1
        for mapping in object.maps[:-1]:
            self._format(mapping, put, indent, 1, context, level)
            put(",\n" + " " * indent)
        self._format(object.maps[-1], put, indent, allowance + 1, context, level)
        put(")")

    def _user(self, object, put, indent, allowance, context, level):
        self._format(object.data, put, indent, allowance, context, level - 1)

    def _proxy(self, object, put, indent, allowance, context, level):
        put("mappingproxy(")
        self._format(object.copy(), put, indent + 13, allowance + 1, context, level)
        put(")")

    def _named(self, items, put, indent, allowance, context, level):
        between = ",\n" + " " * indent
        last = len(items) - 1
        for index, (key, value) in enumerate(items):
            put(f"{key}=")
            if id(value) in context:
                put("...")
            else:
                self._format(value, put, indent + len(key) + 1, allowance if index == last else 1, context, level)
            if index != last:
                put(between)

    def _namespace(self, object, put, indent, allowance, context, level):
        name = "namespace" if type(object) is _types.SimpleNamespace else type(object).__name__
        put(f"{name}(")
        self._named(list(object.__dict__.items()), put, indent + len(name) + 1, allowance + 1, context, level)
        put(")")

    def _dataclass(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        items = [(field.name, getattr(object, field.name)) for field in type(object).__dataclass_fields__.values() if field.repr]
        put(f"{name}(")
        self._named(items, put, indent + len(name) + 1, allowance + 1, context, level)
        put(")")

    def _ordered_dict(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        put(f"{name}(")
        self._format(list(object.items()), put, indent + len(name) + 1, allowance + 1, context, level)
        put(")")

    def _counter(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        put(f"{name}({{")
        if self._indent > 1:
            put((self._indent - 1) * " ")
        self._dict_items(object.most_common(), put, indent + len(name) + 1, allowance + 2, context, level)
        put("})")

    def _defaultdict(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        factory = self._repr(object.default_factory, context, level)
        indent += len(name) + 1
        put(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, put, indent, allowance + 1, context, level)
        put(")")

    def _deque(self, object, put, indent, allowance, context, level):
        name = type(object).__name__
        put(f"{name}(")
        indent += len(name) + 1
        put("[")
        if object.maxlen is None:
            self._items(object, put, indent, allowance + 2, context, level)
            put("])")
        else:
            self._items(object, put, indent, 2, context, level)
            text = self._repr(object.maxlen, context, level)
            put(f"],\n{' ' * indent}maxlen={text})")

    def _safe_repr(self, object, context, maxlevels, level):
        # (text, readable, recursive)
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        own = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and own is int.__repr__:
            return f"{object:_d}" if self._underscores else repr(object), True, False
        if issubclass(kind, dict) and own is dict.__repr__:
            if not object:
                return "{}", True, False
            entries = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            opening, closing = "{", "}"
        elif issubclass(kind, list) and own is list.__repr__ or issubclass(kind, tuple) and own is tuple.__repr__:
            if issubclass(kind, list):
                if not object:
                    return "[]", True, False
                opening, closing = "[", "]"
            else:
                if not object:
                    return "()", True, False
                opening, closing = "(", ",)" if len(object) == 1 else ")"
            entries = None
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return f"{opening}...{closing.lstrip(',')}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        level += 1
        if entries is not None:
            for name, value in entries:
                one, one_readable, one_recursive = self.format(name, context, maxlevels, level)
                two, two_readable, two_recursive = self.format(value, context, maxlevels, level)
                parts.append(f"{one}: {two}")
                readable = readable and one_readable and two_readable
                recursive = recursive or one_recursive or two_recursive
        else:
            for item in object:
                text, item_readable, item_recursive = self.format(item, context, maxlevels, level)
                parts.append(text)
                readable = readable and item_readable
                recursive = recursive or item_recursive
        del context[key]
        return opening + ", ".join(parts) + closing, readable, recursive
