"""String constants, Template and Formatter."""
__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
    "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize the words in a string: split, capitalize, join."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_MISSING = object()


class _LazyPattern:
    # The pattern of a class of templates, compiled when somebody asks for it.
    def __get__(self, obj, cls):
        return cls._regex()


_LAZY = _LazyPattern()


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get("pattern")
        if own is not None:
            cls._own_pattern = own
            cls.pattern = _LAZY
        cls._compiled = None

    pattern = _LAZY
    _own_pattern = None
    _compiled = None

    @classmethod
    def _regex(cls):
        import re
        if cls._compiled is None:
            pattern = cls._own_pattern
            if pattern is None:
                mark = re.escape(cls.delimiter)
                name = cls.idpattern
                braced = cls.braceidpattern or name
                pattern = rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
            cls._compiled = re.compile(pattern, cls.flags | re.VERBOSE) if isinstance(pattern, str) else pattern
        return cls._compiled

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        position = match.start("invalid")
        lines = self.template[:position].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = position - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _unrecognized(self):
        # A pattern of the program's own may match without any of the four groups.
        raise ValueError("Unrecognized named group in pattern", self._regex())

    @staticmethod
    def _mapping(mapping, kws):
        if mapping is _MISSING:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def substitute(self, mapping=_MISSING, /, **kws):
        mapping = self._mapping(mapping, kws)

        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                return str(mapping[name])
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                self._invalid(match)
            self._unrecognized()

        return self._regex().sub(convert, self.template)

    def safe_substitute(self, mapping=_MISSING, /, **kws):
        mapping = self._mapping(mapping, kws)

        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is None:
                self._unrecognized()
            return match.group()

        return self._regex().sub(convert, self.template)

    def is_valid(self):
        for match in self._regex().finditer(self.template):
            if match.group("invalid") is not None:
                return False
            if match.group("named") is match.group("braced") is match.group("escaped") is None:
                self._unrecognized()
        return True

    def get_identifiers(self):
        names = []
        for match in self._regex().finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None and name not in names:
                names.append(name)
            elif name is match.group("invalid") is match.group("escaped") is None:
                self._unrecognized()
        return names


def _parse_format(format_string):
    """Pieces (literal, field, spec, conversion) of a format string, as str.format reads it."""
    literal = []
    position = 0
    length = len(format_string)
    while position < length:
        char = format_string[position]
        position += 1
        if char in "{}":
            if position < length and format_string[position] == char:
                literal.append(char)
                position += 1
                yield "".join(literal), None, None, None
                literal = []
                continue
            if char == "}":
                raise ValueError("Single '}' encountered in format string")
            if position == length:
                raise ValueError("Single '{' encountered in format string")
            depth, start, brackets = 1, position, 0
            while position < length and depth:
                inner = format_string[position]
                if inner == "{":
                    depth += 1
                elif inner == "}":
                    depth -= 1
                elif inner == "[" and depth == 1:
                    close = format_string.find("]", position)
                    if close > 0:
                        position = close
                position += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field = format_string[start:position - 1]
            spec, conversion = "", None
            stop, at = len(field), 0
            while at < stop and field[at] not in ":!":
                if field[at] == "[":
                    close = field.find("]", at)
                    at = close if close > 0 else at
                at += 1
            name = field[:at]
            if at < stop and field[at] == "!":
                if at + 1 >= stop:
                    raise ValueError("unmatched '{' in format spec")
                conversion = field[at + 1]
                at += 2
                if at < stop and field[at] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            if at < stop:
                spec = field[at + 1:]
            yield "".join(literal), name, spec, conversion
            literal = []
        else:
            literal.append(char)
    if literal:
        yield "".join(literal), None, None, None


def _split_field(field_name):
    """First part of a field name and its further parts (is attribute, name)."""
    at = 0
    while at < len(field_name) and field_name[at] not in ".[":
        at += 1
    first = field_name[:at]
    rest = []
    while at < len(field_name):
        if field_name[at] == ".":
            end = at + 1
            while end < len(field_name) and field_name[end] not in ".[":
                end += 1
            rest.append((True, field_name[at + 1:end]))
            at = end
        elif field_name[at] == "[":
            end = field_name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = field_name[at + 1:end]
            rest.append((False, int(key) if key.isdecimal() else key))
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdecimal() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            first, _ = _split_field(field_name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index) + field_name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            obj = getattr(obj, name) if is_attr else obj[name]
        return obj, first
