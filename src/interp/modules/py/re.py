"""Functions, flags and errors of re; patterns and matches are built in."""

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match",
    "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError",
]

__version__ = "2.2.1"


class PatternError(Exception):
    """Exception raised for invalid regular expressions: msg, pattern, pos, and the lineno and colno of pos."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


class _FlagType(type):
    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def __getitem__(cls, name):
        return cls._members[name]

    def __contains__(cls, value):
        return isinstance(value, cls) or isinstance(value, int)

    @property
    def __members__(cls):
        return dict(cls._members)


class RegexFlag(int, metaclass=_FlagType):
    """Flags of regular expressions: an int whose repr names them."""

    _members = {}
    _cache = {}

    def __new__(cls, value):
        value = int(value)
        flag = cls._cache.get(value)
        if flag is None:
            flag = cls._cache[value] = super().__new__(cls, value)
        return flag

    def _parts(self):
        names = [name for name, flag in self._members.items() if int(self) & int(flag)]
        rest = int(self)
        for flag in self._members.values():
            rest &= ~int(flag)
        return names, rest

    @property
    def name(self):
        names, rest = self._parts()
        if not names and not rest:
            return "NOFLAG"
        return "|".join(names + ([str(rest)] if rest else []))

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        names, rest = self._parts()
        if not names and not rest:
            return "re.NOFLAG"
        return "|".join([f"re.{name}" for name in names] + ([hex(rest)] if rest else []))

    __str__ = object.__str__

    def __format__(self, spec):
        return format(int(self), spec) if spec else str(self)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(510 & ~int(self))

    def __contains__(self, other):
        return int(other) & int(self) == int(other)

    def __iter__(self):
        return (flag for flag in self._members.values() if int(self) & int(flag))

    def __len__(self):
        return int(self).bit_count()

    def __reduce__(self):
        return RegexFlag, (int(self),)


NOFLAG = RegexFlag(0)
for _name, _short, _value in (
    ("ASCII", "A", 256), ("IGNORECASE", "I", 2), ("LOCALE", "L", 4), ("UNICODE", "U", 32), ("MULTILINE", "M", 8), ("DOTALL", "S", 16),
    ("VERBOSE", "X", 64), ("DEBUG", "", 128),
):
    RegexFlag._members[_name] = RegexFlag(_value)
    globals()[_name] = RegexFlag._members[_name]
    setattr(RegexFlag, _name, RegexFlag._members[_name])
    if _short:
        globals()[_short] = RegexFlag._members[_name]
        setattr(RegexFlag, _short, RegexFlag._members[_name])
RegexFlag.NOFLAG = NOFLAG
del _name, _short, _value

_cache = {}
_MOST_CACHED = 512


def _compile(pattern, flags):
    flags = int(flags)
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    program = _compile_program(pattern, flags)
    for text in _warnings_of(program):
        import warnings

        warnings.warn(text, FutureWarning, stacklevel=3)
    if not flags & 128:
        if len(_cache) >= _MOST_CACHED:
            del _cache[next(iter(_cache))]
        _cache[type(pattern), pattern, flags] = program
    return program


def match(pattern, string, flags=0):
    """Apply the pattern at the start of the string: a Match, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Apply the pattern to all of the string: a Match, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Look through the string for the first place where the pattern matches: a Match, or None."""
    return _compile(pattern, flags).search(string)


_missing = object()


def _positional(function, name, most, args, count, flags):
    import warnings

    if count is not _missing:
        raise TypeError(f"{function}() got multiple values for argument '{name}'")
    count, *rest = args
    if rest:
        if flags is not _missing:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *rest = rest
        if rest:
            raise TypeError(f"{function}() takes from {most - 2} to {most} positional arguments but {most + len(rest)} were given")
    warnings.warn(f"'{name}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return count, flags


def sub(pattern, repl, string, *args, count=_missing, flags=_missing):
    """The string with the leftmost matches of the pattern replaced by repl, a template or a function of the Match."""
    if args:
        count, flags = _positional("sub", "count", 5, args, count, flags)
    return _compile(pattern, 0 if flags is _missing else flags).sub(repl, string, 0 if count is _missing else count)


def subn(pattern, repl, string, *args, count=_missing, flags=_missing):
    """As sub(), with the number of replacements: (string, number)."""
    if args:
        count, flags = _positional("subn", "count", 5, args, count, flags)
    return _compile(pattern, 0 if flags is _missing else flags).subn(repl, string, 0 if count is _missing else count)


def split(pattern, string, *args, maxsplit=_missing, flags=_missing):
    """The pieces of the string between matches of the pattern; its groups stand between them."""
    if args:
        maxsplit, flags = _positional("split", "maxsplit", 4, args, maxsplit, flags)
    return _compile(pattern, 0 if flags is _missing else flags).split(string, 0 if maxsplit is _missing else maxsplit)


def findall(pattern, string, flags=0):
    """All matches in the string, or their groups, as a list."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator of the Match objects of all matches in the string."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """Compile a regular expression to a Pattern."""
    return _compile(pattern, flags)


def purge():
    """Forget the patterns compiled so far."""
    _cache.clear()


_special = {ord(char): "\\" + char for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """The pattern with its special characters escaped."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


class Scanner:
    """Splits text into tokens by a lexicon of (pattern, action)."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        result = []
        at = 0
        while True:
            for pattern, action in self._rules:
                found = pattern.match(string, at)
                if found:
                    break
            else:
                break
            end = found.end()
            if end == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = end
        return result, string[at:]
