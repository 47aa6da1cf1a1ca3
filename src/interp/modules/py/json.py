"""JSON: encoder and decoder; strings are scanned and quoted by built-in functions."""
import re

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

__version__ = "2.0.9"


class JSONDecodeError(ValueError):
    """What is wrong with a document: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"

_space = re.compile(r"[ \t\n\r]*").match
_number = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?").match
_constants = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}


def _string(text, at, strict):
    value, end = _scan(text, at, strict)
    if end < 0:
        raise JSONDecodeError(value, text, -1 - end)
    return value, end


class JSONDecoder:
    """Decodes a document; hooks make other objects of its parts."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def decode(self, s):
        """The value of a whole document."""
        value, end = self.raw_decode(s, _space(s, 0).end())
        end = _space(s, end).end()
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at idx and the index behind it."""
        try:
            return self._value(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None
        finally:
            self.memo.clear()

    def _value(self, text, at):
        char = text[at : at + 1]
        if char == '"':
            return _string(text, at + 1, self.strict)
        if char == "{":
            return self._object(text, at + 1)
        if char == "[":
            return self._array(text, at + 1)
        if char == "n" and text[at : at + 4] == "null":
            return None, at + 4
        if char == "t" and text[at : at + 4] == "true":
            return True, at + 4
        if char == "f" and text[at : at + 5] == "false":
            return False, at + 5
        found = _number(text, at)
        if found is not None:
            integer, fraction, exponent = found.groups()
            if fraction or exponent:
                return self.parse_float(integer + (fraction or "") + (exponent or "")), found.end()
            return self.parse_int(integer), found.end()
        if char:
            for name in ("NaN", "Infinity", "-Infinity"):
                if text.startswith(name, at):
                    return self.parse_constant(name), at + len(name)
        raise StopIteration(at)

    def _array(self, text, at):
        values = []
        at = _space(text, at).end()
        if text[at : at + 1] == "]":
            return values, at + 1
        value_at = self._value
        while True:
            try:
                value, at = value_at(text, at)
            except StopIteration as stop:
                raise JSONDecodeError("Expecting value", text, stop.value) from None
            values.append(value)
            at = _space(text, at).end()
            char = text[at : at + 1]
            if char == "]":
                return values, at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            comma = at
            at = _space(text, at + 1).end()
            if text[at : at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)

    def _object(self, text, at):
        pairs = []
        at = _space(text, at).end()
        if text[at : at + 1] == "}":
            return self._made(pairs), at + 1
        memo = self.memo
        value_at = self._value
        while True:
            if text[at : at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
            key, at = _string(text, at + 1, self.strict)
            key = memo.setdefault(key, key)
            at = _space(text, at).end()
            if text[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, at)
            at = _space(text, at + 1).end()
            try:
                value, at = value_at(text, at)
            except StopIteration as stop:
                raise JSONDecodeError("Expecting value", text, stop.value) from None
            pairs.append((key, value))
            at = _space(text, at).end()
            char = text[at : at + 1]
            if char == "}":
                return self._made(pairs), at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            comma = at
            at = _space(text, at + 1).end()
            if text[at : at + 1] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


JSONDecoder.__module__ = "json.decoder"


class JSONEncoder:
    """Encodes Python values; default(o) makes something encodable of the others."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Raise TypeError; subclasses return something encodable."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON text of a value."""
        if isinstance(o, str):
            return _quote_ascii(o) if self.ensure_ascii else _quote(o)
        parts = []
        self._writer(parts.append)(o, 0)
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of a value, piece by piece."""
        parts = []
        self._writer(parts.append)(o, 0)
        yield from parts

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == float("inf"):
            text = "Infinity"
        elif value == float("-inf"):
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _writer(self, put):
        quote = _quote_ascii if self.ensure_ascii else _quote
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        item_separator = self.item_separator
        key_separator = self.key_separator
        markers = set() if self.check_circular else None
        float_text = self._float
        key_text = self._key
        sort_keys = self.sort_keys

        def scalar(o):
            if isinstance(o, str):
                return quote(o)
            if o is None:
                return "null"
            if o is True:
                return "true"
            if o is False:
                return "false"
            if isinstance(o, int):
                return int.__repr__(o)
            return float_text(o) if isinstance(o, float) else None

        def write(o, level, before=""):
            text = scalar(o)
            if text is not None:
                put(before + text)
                return
            if before:
                put(before)
            if isinstance(o, (list, tuple)):
                if not o:
                    put("[]")
                    return
                enter(o)
                separator = item_separator
                opening = "["
                if indent is not None:
                    newline = "\n" + indent * (level + 1)
                    separator += newline
                    opening += newline
                for item in o:
                    write(item, level + 1, opening)
                    opening = separator
                if indent is not None:
                    put("\n" + indent * level)
                put("]")
                leave(o)
            elif isinstance(o, dict):
                if not o:
                    put("{}")
                    return
                enter(o)
                separator = item_separator
                opening = "{"
                if indent is not None:
                    newline = "\n" + indent * (level + 1)
                    separator += newline
                    opening += newline
                first = True
                for key, value in sorted(o.items()) if sort_keys else o.items():
                    key = key_text(key)
                    if key is None:
                        continue
                    put(opening)
                    opening = separator
                    first = False
                    put(quote(key))
                    put(key_separator)
                    write(value, level + 1)
                if first:
                    put("{")
                if indent is not None and not first:
                    put("\n" + indent * level)
                put("}")
                leave(o)
            else:
                enter(o)
                write(self.default(o), level)
                leave(o)

        def enter(o):
            if markers is not None:
                if id(o) in markers:
                    raise ValueError("Circular reference detected")
                markers.add(id(o))

        def leave(o):
            if markers is not None:
                markers.discard(id(o))

        return write


JSONEncoder.__module__ = "json.encoder"

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
    sort_keys=False, **kw,
):
    """The JSON text of obj."""
    if (
        not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None and separators is None
        and default is None and not sort_keys and not kw
    ):
        return _default_encoder.encode(obj)
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent, separators=separators,
        default=default, sort_keys=sort_keys, **kw,
    ).encode(obj)


def dump(obj, fp, **kw):
    """Write the JSON text of obj to a file object."""
    cls = kw.pop("cls", None) or JSONEncoder
    for chunk in cls(**kw).iterencode(obj):
        fp.write(chunk)


def detect_encoding(b):
    """The encoding of a JSON document given as bytes."""
    if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The value of a JSON document, str or bytes."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        s = s.decode(detect_encoding(s), "surrogatepass")
    hooks = {
        "object_hook": object_hook, "object_pairs_hook": object_pairs_hook, "parse_float": parse_float, "parse_int": parse_int,
        "parse_constant": parse_constant,
    }
    given = {name: hook for name, hook in hooks.items() if hook is not None}
    if cls is None and not given and not kw:
        return _default_decoder.decode(s)
    return (cls or JSONDecoder)(**given, **kw).decode(s)


def load(fp, **kw):
    """The value of the JSON document in a file object."""
    return loads(fp.read(), **kw)


def __getattr__(name):
    if name in ("decoder", "encoder"):
        from importlib import import_module
        return import_module(f"json.{name}")
    import sys
    raise AttributeError(f"module 'json' has no attribute {name!r}", name=name, obj=sys.modules["json"])
