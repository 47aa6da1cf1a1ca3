"""Tokens of Python source, with comments and line ends: tokenize(readline) for bytes, generate_tokens(readline) for text."""
import re
from builtins import open as _builtin_open
from collections import namedtuple

import token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    def __repr__(self):
        annotated = f"{self.type} ({tok_name[self.type]})"
        return f"TokenInfo(type={annotated}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})"

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class TokenError(Exception):
    pass


_blanks = re.compile(r"[ \t\f]*")
_string = re.compile(r"(?i:br|rb|b|fr|rf|f|r|u)?('''|\"\"\"|'|\")")
_number = re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*|\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?"
)
_name = re.compile(r"[^\W\d]\w*")
_sign = re.compile("|".join(re.escape(sign) for sign in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True)))
_OPENING = dict(zip("([{", ")]}"))
_TAB = 8


class _FString:
    """A formatted string that is being read: its quote, and for each replacement field that is open how deep the brackets were and whether its format began."""

    def __init__(self, quote, raw):
        self.quote, self.raw = quote, raw
        self.fields = []


class _Reader:
    """Reads tokens from lines, which `source` gives one by one: none is taken before it is needed."""

    def __init__(self, source):
        self.source = source
        self.lines = []
        self.row = 0
        self.column = 0
        self.brackets = []
        self.strings = []
        self.indents = [(0, 0)]

    def has(self, row):
        """Is there such a line?"""
        while row >= len(self.lines):
            line = next(self.source, None)
            if line is None:
                return False
            self.lines.append(line)
        return True

    @property
    def line(self):
        return self.lines[self.row]

    def make(self, kind, start):
        """The token from `start` up to here."""
        row, column = start
        if row == self.row:
            text = self.line[column:self.column]
        else:
            text = "".join([self.lines[row][column:], *self.lines[row + 1:self.row], self.line[:self.column] if self.column else ""])
        line = "".join(self.lines[row:self.row + 1])
        return TokenInfo(kind, text, (row + 1, column), (self.row + 1, self.column), line)

    def tokens(self):
        while self.has(self.row):
            if not self.brackets and not self.strings:
                blank = yield from self.indentation()
                if blank:
                    continue
            yield from self.rest_of_line()
        last = len(self.lines)
        if self.strings:
            self.fail("unterminated triple-quoted f-string literal" if len(self.strings[-1].quote) == 3 else "unterminated f-string literal", last, 0)
        if self.brackets:
            self.fail("unexpected EOF in multi-line statement", last, 0)
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, "", (last + 1, 0), (last + 1, 0), "")
        yield TokenInfo(ENDMARKER, "", (last + 1, 0), (last + 1, 0), "")

    def fail(self, message, row, column):
        raise TokenError(message, (row, column))

    def indentation(self):
        """Reads the blanks a line begins with; True for a line without code, which is read whole."""
        line = self.line
        column = other = place = 0
        for place, character in enumerate(line):
            if character == " ":
                column, other = column + 1, other + 1
            elif character == "\t":
                column, other = (column // _TAB + 1) * _TAB, other + 1
            elif character == "\f":
                column = other = 0
            else:
                break
        else:
            place = len(line)
        rest = line[place:]
        if not rest or rest[0] in "#\r\n":
            self.column = place
            yield from self.comment()
            yield from self.line_end(NL)
            return True
        self.column = 0
        if column == self.indents[-1][0]:
            if other != self.indents[-1][1]:
                self.tab_error()
        elif column > self.indents[-1][0]:
            if other <= self.indents[-1][1]:
                self.tab_error()
            self.indents.append((column, other))
            self.column = place
            yield self.make(INDENT, (self.row, 0))
        else:
            self.column = place
            if column not in [indent for indent, _ in self.indents]:
                text = line.rstrip("\r\n")
                details = ("<string>", self.row + 1, len(text) + 1, text, None, None)
                raise IndentationError("unindent does not match any outer indentation level", details)
            while column < self.indents[-1][0]:
                self.indents.pop()
                yield self.make(DEDENT, (self.row, place))
            if other != self.indents[-1][1]:
                self.tab_error()
        self.column = place
        return False

    def tab_error(self):
        text = self.line.rstrip("\r\n")
        details = ("<string>", self.row + 1, len(text) + 1, text, None, None)
        raise TabError("inconsistent use of tabs and spaces in indentation", details)

    def comment(self):
        if self.line.startswith("#", self.column):
            start = self.row, self.column
            self.column = len(self.line.rstrip("\r\n"))
            yield self.make(COMMENT, start)

    def line_end(self, kind):
        """The end of a line, also of the last one, which may lack it; goes on to the next line."""
        line = self.line
        text = line[self.column:]
        here = self.row + 1, self.column
        yield TokenInfo(kind, text, here, (here[0], here[1] + max(1, len(text))), line)
        self.row, self.column = self.row + 1, 0

    def rest_of_line(self):
        row = self.row
        while self.has(self.row):
            if self.strings and not self.in_field():
                yield from self.middle()
                if self.strings and not self.in_field():
                    return
                continue
            line = self.line
            self.column = _blanks.match(line, self.column).end()
            if self.column == len(line) or line[self.column] in "\r\n":
                yield from self.line_end(NL if self.brackets or self.strings else NEWLINE)
                return
            if line[self.column] == "\\" and line[self.column + 1:].rstrip("\r\n") == "":
                if not self.has(self.row + 1):
                    self.fail("unexpected EOF in multi-line statement", self.row + 1, len(line.rstrip("\r\n")) + 1)
                self.row, self.column = self.row + 1, 0
                continue
            if line[self.column] == "#":
                yield from self.comment()
                continue
            yield from self.one()
        if row < self.row and not self.brackets and not self.strings:
            return

    def one(self):
        """One token that is no comment and no blank; a formatted string counts with what begins it."""
        line, start = self.line, (self.row, self.column)
        found = _string.match(line, self.column)
        if found:
            quote = found[1]
            prefix = found[0][:-len(quote)].lower()
            self.column = found.end()
            if "f" in prefix:
                self.strings.append(_FString(quote, "r" in prefix))
                yield self.make(FSTRING_START, start)
            else:
                self.string(quote, start)
                yield self.make(STRING, start)
            return
        for pattern, kind in ((_number, NUMBER), (_name, NAME)):
            found = pattern.match(line, self.column)
            if found:
                self.column = found.end()
                yield self.make(kind, start)
                return
        yield from self.operator(start)

    def string(self, quote, start):
        while True:
            line = self.line
            while self.column < len(line):
                if line[self.column] == "\\":
                    self.column += 2
                elif line.startswith(quote, self.column):
                    self.column += len(quote)
                    return
                elif len(quote) == 1 and line[self.column] in "\r\n":
                    break
                else:
                    self.column += 1
            else:
                if (len(quote) == 3 or line.rstrip("\r\n").endswith("\\")) and self.has(self.row + 1):
                    self.row, self.column = self.row + 1, 0
                    continue
            if len(quote) == 3:
                self.fail("EOF in multi-line string", start[0] + 1, start[1] + 1)
            if self.strings and self.strings[-1].quote == quote:
                self.fail("f-string: expecting '}'", start[0] + 1, start[1] + 1)
            self.fail(f"unterminated string literal (detected at line {self.row + 1})", start[0] + 1, start[1] + 1)

    def in_field(self):
        """Inside the braces of a formatted string, before its format begins."""
        fields = self.strings[-1].fields
        return bool(fields) and not fields[-1][1]

    def operator(self, start):
        line = self.line
        if self.strings:
            fields = self.strings[-1].fields
            if len(self.brackets) == fields[-1][0] and line[self.column] == ":":
                self.column += 1
                fields[-1][1] = True
                yield self.make(OP, start)
                return
        found = _sign.match(line, self.column)
        self.column = found.end() if found else self.column + 1
        sign = line[start[1]:self.column]
        if sign in _OPENING:
            self.brackets.append(_OPENING[sign])
        elif sign in ")]}":
            if self.strings and len(self.brackets) == self.strings[-1].fields[-1][0]:
                if sign != "}":
                    self.fail(f"f-string: closing parenthesis '{sign}' does not match opening parenthesis '{{'", start[0] + 1, start[1] + 1)
                self.strings[-1].fields.pop()
            if self.brackets:
                self.brackets.pop()
        yield self.make(OP, start)

    def middle(self):
        """Reads what stands between the fields of a formatted string or in a format, up to the next brace or the closing quote."""
        string = self.strings[-1]
        in_format = bool(string.fields)
        start = self.row, self.column
        while self.has(self.row):
            line = self.line
            if self.column >= len(line):
                self.row, self.column = self.row + 1, 0
                continue
            character = line[self.column]
            if line.startswith(string.quote, self.column):
                if in_format:
                    self.fail("f-string: expecting '}'", self.row + 1, self.column)
                if start != (self.row, self.column):
                    yield self.make(FSTRING_MIDDLE, start)
                end = self.row, self.column
                self.column += len(string.quote)
                self.strings.pop()
                yield self.make(FSTRING_END, end)
                return
            if character in "\r\n" and len(string.quote) == 1:
                if in_format:
                    break
                self.fail(f"unterminated f-string literal (detected at line {self.row + 1})", start[0] + 1, start[1] + 1)
            if character == "\\" and not in_format:
                if line.startswith("\\N{", self.column) and not string.raw:
                    self.column = max(line.find("}", self.column) + 1, self.column + 3)
                elif string.raw and line[self.column + 1:self.column + 2] in ("{", "}"):
                    self.column += 1
                else:
                    self.column += 2
                continue
            if character in "{}" and not in_format and line.startswith(character * 2, self.column):
                self.column += 1
                yield self.make(FSTRING_MIDDLE, start)
                self.column += 1
                start = self.row, self.column
                continue
            if character == "{" or (character == "}" and in_format):
                if start != (self.row, self.column) or character == "}":
                    yield self.make(FSTRING_MIDDLE, start)
                brace = self.row, self.column
                self.column += 1
                if character == "{":
                    self.brackets.append("}")
                    string.fields.append([len(self.brackets), False])
                else:
                    string.fields.pop()
                    self.brackets.pop()
                yield self.make(OP, brace)
                return
            if character == "}":
                self.fail("f-string: single '}' is not allowed", self.row + 1, self.column + 1)
            self.column += 1
        if self.has(self.row):
            # The format of a field ends with its line.
            if start != (self.row, self.column):
                yield self.make(FSTRING_MIDDLE, start)
            string.fields[-1][1] = False


def _double_braces(text):
    """The text of an f-string as its source has it; names of characters keep their braces."""
    return re.sub(r"(\\N\{[^}]*\})|([{}])", lambda found: found[1] or found[2] * 2, text)


def _lines_of(readline, first=(), encoding=None):
    """The lines that a source gives, as text."""
    given = iter(first)
    while True:
        try:
            line = next(given, None) or readline()
        except StopIteration:
            return
        if not line:
            return
        if encoding is not None:
            line = line.decode(encoding)
        if line.find("\n") in (-1, len(line) - 1):
            yield line
        else:
            yield from re.findall(r"[^\n]*\n|[^\n]+", line)


def generate_tokens(readline):
    """Tokenize a source reading Python code as unicode strings."""
    yield from _Reader(_lines_of(readline)).tokens()


def tokenize(readline):
    """Tokenize a source reading Python code as bytes; the first token tells the encoding."""
    encoding, consumed = detect_encoding(readline)
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    yield TokenInfo(ENCODING, name, (0, 0), (0, 0), "")
    yield from _Reader(_lines_of(readline, consumed, name)).tokens()


_cookie = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_blank_line = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)


def _normal_encoding(name):
    plain = name[:12].lower().replace("_", "-")
    if plain == "utf-8" or plain.startswith("utf-8-"):
        return "utf-8"
    if plain in ("latin-1", "iso-8859-1", "iso-latin-1") or plain.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
        return "iso-8859-1"
    return name


def detect_encoding(readline):
    """The encoding of a source, from its byte order mark or a comment in its first two lines, and the lines read to find it."""
    default = "utf-8"
    marked = False

    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    def cookie_of(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise SyntaxError("invalid or missing encoding declaration") from None
        found = _cookie.match(text)
        if not found:
            return None
        encoding = _normal_encoding(found[1])
        import codecs
        try:
            codecs.lookup(encoding)
        except LookupError:
            raise SyntaxError("unknown encoding: " + encoding) from None
        if marked:
            if encoding != "utf-8":
                raise SyntaxError("encoding problem: utf-8")
            encoding += "-sig"
        return encoding

    first = read()
    if first.startswith(b"\xef\xbb\xbf"):
        marked, first, default = True, first[3:], "utf-8-sig"
    if not first:
        return default, []
    encoding = cookie_of(first)
    if encoding:
        return encoding, [first]
    if not _blank_line.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie_of(second) or default, [first, second]


def open(filename):
    """Open a file in read only mode using the encoding detected by detect_encoding()."""
    from io import TextIOWrapper
    buffer = _builtin_open(filename, "rb")
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        buffer.close()
        raise


class Untokenizer:
    """Puts tokens back together; where positions are known, at the places they stood."""

    def __init__(self):
        self.pieces = []
        self.row, self.column = 1, 0
        self.encoding = None

    def move_to(self, start):
        row, column = start
        if row < self.row or row == self.row and column < self.column:
            raise ValueError(f"start ({row},{column}) precedes previous end ({self.row},{self.column})")
        if row > self.row:
            self.pieces.append("\\\n" * (row - self.row))
            self.column = 0
        if column > self.column:
            self.pieces.append(" " * (column - self.column))

    def placed(self, tokens):
        indents, at_start, last = [], False, None
        for kind, text, start, end, line in tokens:
            before, last = last, kind
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                if start[1] >= len(indents[-1]):
                    self.pieces.append(indents[-1])
                    self.column = len(indents[-1])
                at_start = False
            if kind == FSTRING_MIDDLE and ("{" in text or "}" in text):
                doubled = _double_braces(text)
                end = end[0], end[1] + (len(doubled) - len(text) if "\n" not in text else 0)
                text = doubled
            self.move_to(start)
            if kind == FSTRING_START and before == FSTRING_END:
                self.pieces.append(" ")
            self.pieces.append(text)
            self.row, self.column = end
            if kind in (NEWLINE, NL):
                self.row, self.column = self.row + 1, 0
        return "".join(self.pieces)

    def loose(self, tokens):
        indents, at_start, was_string, last = [], False, False, None
        for each in tokens:
            kind, text = each[:2]
            before, last = last, kind
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind == ENDMARKER:
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING:
                if was_string:
                    text = " " + text
                was_string = True
            elif kind == FSTRING_MIDDLE:
                text = _double_braces(text)
            else:
                was_string = False
            if kind == FSTRING_START and before == FSTRING_END:
                self.pieces.append(" ")
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                self.pieces.append(indents[-1])
                at_start = False
            self.pieces.append(text)
        return "".join(self.pieces)

    def untokenize(self, iterable):
        tokens = [tuple(each) for each in iterable]
        if any(len(each) == 2 for each in tokens):
            return self.loose(tokens)
        return self.placed(tokens)


def untokenize(iterable):
    """Transform tokens back into Python source code; bytes when the first of them tells an encoding."""
    worker = Untokenizer()
    text = worker.untokenize(iterable)
    return text if worker.encoding is None else text.encode(worker.encoding)
