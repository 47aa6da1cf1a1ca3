"""Read TOML: configuration files as dicts (TOML 1.0.0)."""
import re
import string
from datetime import date, datetime, time, timedelta, timezone

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    return _Parser(s.replace("\r\n", "\n"), _checked(parse_float)).document()


def _checked(parse_float):
    # What a float becomes must not be taken for a table or an array that may still grow.
    if parse_float is float:
        return float

    def checked(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value
    return checked


_BARE = frozenset(string.ascii_letters + string.digits + "-_")
_KEY_START = _BARE | frozenset("\"'")
_HEX = frozenset(string.hexdigits)
_CONTROL = frozenset(chr(code) for code in range(32)) | {"\x7f"}
_NOT_IN_STRING = _CONTROL - {"\t"}
_NOT_IN_LINES = _CONTROL - {"\t", "\n"}
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}

_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_LOCAL_TIME = re.compile(_TIME)
_DATETIME = re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    rf"(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)")

# What is known of a table or array beside its contents: it may not be added to (an inline value), or it has been declared under its own name.
_FROZEN, _EXPLICIT = "frozen", "explicit"


class _Note:
    """Marks of one key, and of the keys below it."""

    def __init__(self):
        self.marks = set()
        self.whole = False
        self.below = {}


class _Parser:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float
        self.data = {}
        self.notes = _Note()

    # --- errors and characters

    def error(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            place = f"line {line}, column {at - self.text.rfind(chr(10), 0, at)}"
        return TOMLDecodeError(f"{message} (at {place})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, chars):
        text, at = self.text, self.at
        while at < len(text) and text[at] in chars:
            at += 1
        self.at = at

    def comment(self):
        if self.peek() == "#":
            self.at += 1
            self.until("\n", _NOT_IN_STRING, missing_is_end=True)

    def until(self, end, forbidden, missing_is_end=False):
        """The text up to `end`; stands there afterwards."""
        start = self.at
        stop = self.text.find(end, start)
        if stop < 0:
            stop = len(self.text)
            if not missing_is_end:
                raise self.error(f"Expected {end!r}", stop)
        piece = self.text[start:stop]
        if not forbidden.isdisjoint(piece):
            while self.text[self.at] not in forbidden:
                self.at += 1
            raise self.error(f"Found invalid character {self.text[self.at]!r}")
        self.at = stop
        return piece

    def gap(self):
        """Spaces, newlines and comments inside an array."""
        while True:
            before = self.at
            self.skip(" \t\n")
            self.comment()
            if self.at == before:
                return

    # --- notes

    def note(self, path, make):
        note = self.notes
        for key in path:
            if key not in note.below:
                if not make:
                    return None
                note.below[key] = _Note()
            note = note.below[key]
        return note

    def is_marked(self, path, mark):
        note = self.notes
        for index, key in enumerate(path):
            if key not in note.below:
                return False
            note = note.below[key]
            if note.whole and mark == _FROZEN:
                return True
            if index == len(path) - 1:
                return mark in note.marks
        return False

    def mark(self, path, mark, whole=False):
        note = self.note(path, True)
        if whole:
            note.whole = True
        else:
            note.marks.add(mark)

    def forget(self, path):
        parent = self.note(path[:-1], False)
        if parent is not None:
            parent.below.pop(path[-1], None)

    # --- the document

    def document(self):
        header = ()
        self.explicit_now = set()
        while True:
            self.skip(" \t")
            char = self.peek()
            if char == "":
                return self.data
            if char == "\n":
                self.at += 1
                continue
            if char in _KEY_START:
                self.pair_of_table(header)
                self.skip(" \t")
            elif char == "[":
                for key in self.explicit_now:
                    self.mark(key, _EXPLICIT)
                self.explicit_now = set()
                header = self.array_header() if self.text.startswith("[[", self.at) else self.table_header()
                self.skip(" \t")
            elif char != "#":
                raise self.error("Invalid statement")
            self.comment()
            char = self.peek()
            if char == "":
                return self.data
            if char != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.at += 1

    def nest(self, path, through_lists=True):
        """The dict at a path, made where there is none; KeyError where something else lies there."""
        here = self.data
        for key in path:
            if key not in here:
                here[key] = {}
            here = here[key]
            if through_lists and isinstance(here, list):
                here = here[-1]
            if not isinstance(here, dict):
                raise KeyError("There is no nest behind this key")
        return here

    def table_header(self):
        self.at += 1
        self.skip(" \t")
        key = self.key()
        if self.is_marked(key, _EXPLICIT) or self.is_marked(key, _FROZEN):
            raise self.error(f"Cannot declare {key} twice")
        self.mark(key, _EXPLICIT)
        try:
            self.nest(key)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if self.peek() != "]":
            raise self.error("Expected ']' at the end of a table declaration")
        self.at += 1
        return key

    def array_header(self):
        self.at += 2
        self.skip(" \t")
        key = self.key()
        if self.is_marked(key, _FROZEN):
            raise self.error(f"Cannot mutate immutable namespace {key}")
        self.forget(key)
        self.mark(key, _EXPLICIT)
        try:
            parent = self.nest(key[:-1])
            if key[-1] in parent:
                rows = parent[key[-1]]
                if not isinstance(rows, list):
                    raise KeyError("An object other than list found behind this key")
                rows.append({})
            else:
                parent[key[-1]] = [{}]
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if not self.text.startswith("]]", self.at):
            raise self.error("Expected ']]' at the end of an array declaration")
        self.at += 2
        return key

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        return key, self.value()

    def pair_of_table(self, header):
        key, value = self.pair()
        parent = header + key[:-1]
        for length in range(1, len(key)):
            path = header + key[:length]
            # A dotted key must not reach into a table with a header of its own; what it opens can be declared by no header later.
            if self.is_marked(path, _EXPLICIT):
                raise self.error(f"Cannot redefine namespace {path}")
            self.explicit_now.add(path)
        if self.is_marked(parent, _FROZEN):
            raise self.error(f"Cannot mutate immutable namespace {parent}")
        try:
            table = self.nest(parent)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if key[-1] in table:
            raise self.error("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.mark(header + key, _FROZEN, whole=True)
        table[key[-1]] = value

    # --- keys

    def key(self):
        parts = [self.key_part()]
        self.skip(" \t")
        while self.peek() == ".":
            self.at += 1
            self.skip(" \t")
            parts.append(self.key_part())
            self.skip(" \t")
        return tuple(parts)

    def key_part(self):
        char = self.peek()
        if char in _BARE and char:
            start = self.at
            self.skip(_BARE)
            return self.text[start:self.at]
        if char == "'":
            return self.literal_string()
        if char == '"':
            return self.basic_string()
        raise self.error("Invalid initial character for a key part")

    # --- values

    def value(self):
        text, char = self.text, self.peek()
        if char == '"':
            return self.lines_string('"""', False) if text.startswith('"""', self.at) else self.basic_string()
        if char == "'":
            return self.lines_string("'''", True) if text.startswith("'''", self.at) else self.literal_string()
        for word, value in (("true", True), ("false", False)):
            if text.startswith(word, self.at):
                self.at += len(word)
                return value
        if char == "[":
            return self.array()
        if char == "{":
            return self.inline_table()
        found = _DATETIME.match(text, self.at)
        if found:
            start, self.at = self.at, found.end()
            try:
                return _moment(found)
            except ValueError:
                self.at = start
                raise self.error("Invalid date or datetime") from None
        found = _LOCAL_TIME.match(text, self.at)
        if found:
            self.at = found.end()
            return _clock(*found.groups())
        found = _NUMBER.match(text, self.at)
        if found:
            self.at = found.end()
            return self.parse_float(found.group()) if found.group(1) else int(found.group(), 0)
        for length in (3, 4):
            if text[self.at:self.at + length] in (("inf", "nan") if length == 3 else ("+inf", "-inf", "+nan", "-nan")):
                word = text[self.at:self.at + length]
                self.at += length
                return self.parse_float(word)
        raise self.error("Invalid value")

    def array(self):
        self.at += 1
        items = []
        self.gap()
        while self.peek() != "]":
            items.append(self.value())
            self.gap()
            if self.peek() == ",":
                self.at += 1
                self.gap()
            elif self.peek() != "]":
                raise self.error("Unclosed array")
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        table, frozen = {}, []
        self.skip(" \t")
        if self.peek() == "}":
            self.at += 1
            return table
        while True:
            key, value = self.pair()
            if any(key[:len(path)] == path for path in frozen):
                raise self.error(f"Cannot mutate immutable namespace {key}")
            here = table
            for part in key[:-1]:
                here = here.setdefault(part, {})
                if not isinstance(here, dict):
                    raise self.error("Cannot overwrite a value")
            if key[-1] in here:
                raise self.error(f"Duplicate inline table key {key[-1]!r}")
            here[key[-1]] = value
            if isinstance(value, (dict, list)):
                frozen.append(key)
            self.skip(" \t")
            if self.peek() == "}":
                self.at += 1
                return table
            if self.peek() != ",":
                raise self.error("Unclosed inline table")
            self.at += 1
            self.skip(" \t")

    # --- strings

    def literal_string(self):
        self.at += 1
        piece = self.until("'", _NOT_IN_STRING)
        self.at += 1
        return piece

    def basic_string(self):
        self.at += 1
        return self.escaped(False)

    def lines_string(self, quotes, literal):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if literal:
            result = self.until(quotes, _NOT_IN_LINES)
            self.at += 3
        else:
            result = self.escaped(True)
        # Up to two more quotes before the end belong to the string.
        for _ in range(2):
            if self.peek() == quotes[0]:
                self.at += 1
                result += quotes[0]
        return result

    def escaped(self, lines):
        forbidden = _NOT_IN_LINES if lines else _NOT_IN_STRING
        pieces = []
        start = self.at
        while True:
            char = self.peek()
            if char == "":
                raise self.error("Unterminated string")
            if char == '"' and (not lines or self.text.startswith('"""', self.at)):
                pieces.append(self.text[start:self.at])
                self.at += 3 if lines else 1
                return "".join(pieces)
            if char == "\\":
                pieces.append(self.text[start:self.at])
                pieces.append(self.escape(lines))
                start = self.at
                continue
            if char in forbidden:
                raise self.error(f"Illegal character {char!r}")
            self.at += 1

    def escape(self, lines):
        name = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if lines and name in (" ", "\t", "\n"):
            # A backslash at the end of a line takes all white space up to the next character away.
            if name != "\n":
                self.skip(" \t")
                if self.peek() == "":
                    return ""
                if self.peek() != "\n":
                    raise self.error("Unescaped '\\' in a string")
                self.at += 1
            self.skip(" \t\n")
            return ""
        if name in ("u", "U"):
            count = 4 if name == "u" else 8
            digits = self.text[self.at:self.at + count]
            if len(digits) != count or not _HEX.issuperset(digits):
                raise self.error("Invalid hex value")
            self.at += count
            code = int(digits, 16)
            if not (0 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF):
                raise self.error("Escaped character is not a Unicode scalar value")
            return chr(code)
        if name not in _ESCAPES:
            raise self.error("Unescaped '\\' in a string")
        return _ESCAPES[name]


def _clock(hour, minute, second, fraction):
    return time(int(hour), int(minute), int(second), int(fraction.ljust(6, "0")) if fraction else 0)


def _moment(found):
    year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = found.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    zone = None
    if zulu:
        zone = timezone.utc
    elif sign:
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(offset if sign == "+" else -offset)
    return datetime.combine(date(int(year), int(month), int(day)), _clock(hour, minute, second, fraction), zone)
