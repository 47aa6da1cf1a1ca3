"""Files of sections with names and values."""
import io
import itertools
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = [
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
    "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "MultilineContinuationError",
    "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping",
    "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION",
]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    """What is wrong with a configuration, in one sentence."""

    def __init__(self, msg=""):
        self._tell(msg, (msg,))

    def _tell(self, text, args, **facts):
        # args are what a copy is made from, so they are not the text.
        self.message = text
        for name in facts:
            setattr(self, name, facts[name])
        self.args = args

    def __repr__(self):
        return self.message

    __str__ = __repr__


def _twice(kind, what, source, lineno):
    """The sentence for something that is there already: "Section 'a' already exists", or where it was read before that."""
    if source is None:
        return f"{kind.capitalize()} {what} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {what} already exists"


class NoSectionError(Error):
    """There is no section of that name."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", (section,), section=section)


class DuplicateSectionError(Error):
    """A section comes a second time."""

    def __init__(self, section, source=None, lineno=None):
        text = _twice("section", repr(section), source, lineno)
        self._tell(text, (section, source, lineno), section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """A strict parser was given an option of a section a second time."""

    def __init__(self, section, option, source=None, lineno=None):
        text = _twice("option", f"{option!r} in section {section!r}", source, lineno)
        self._tell(text, (section, option, source, lineno), section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """The section has no option of that name, and neither have the defaults."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", (option, section), option=option, section=section)


class InterpolationError(Error):
    """A value stands for others that cannot be put in."""

    def __init__(self, option, section, msg):
        self._tell(msg, (option, section, msg), option=option, section=section)


class InterpolationMissingOptionError(InterpolationError):
    """The name in a value is no option."""

    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {reference!r} "
                         f"which is not a valid option name. Raw value: {rawval!r}")
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """The mark of a name stands in a value, and no name follows."""


class InterpolationDepthError(InterpolationError):
    """Values stand in values more deeply than MAX_INTERPOLATION_DEPTH."""

    def __init__(self, option, section, rawval):
        super().__init__(option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
                         f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}")
        self.args = (*self.args[:2], rawval)


class ParsingError(Error):
    """Lines of a source are neither sections nor options; append adds such a line."""

    def __init__(self, source, *args):
        self._tell(f"Source contains parsing errors: {source!r}", (source,), source=source, errors=[])

    def append(self, lineno, line):
        self.errors += [(lineno, line)]
        self.message = f"{self.message}\n\t[line {lineno:2d}]: {line!r}"


class MissingSectionHeaderError(ParsingError):
    """An option comes before the first section."""

    def __init__(self, filename, lineno, line):
        _at_line(self, "File contains no section headers.", filename, lineno, line)


class MultilineContinuationError(ParsingError):
    """A line goes on with an option that has no value."""

    def __init__(self, filename, lineno, line):
        _at_line(self, "Key without value continued with an indented line.", filename, lineno, line)


def _at_line(error, what, filename, lineno, line):
    error._tell(f"{what}\nfile: {filename!r}, line: {lineno}\n{line!r}", (filename, lineno, line), source=filename, lineno=lineno, line=line)


class _Unnamed:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _Unnamed()


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        """What a program is given for the value."""
        return value

    def before_set(self, parser, section, option, value):
        """What is kept of a value that a program sets."""
        return value

    def before_read(self, parser, section, option, value):
        """What is kept of a value that a source has."""
        return value

    def before_write(self, parser, section, option, value):
        """What a file is given for the value."""
        return value


class _NamesInterpolation(Interpolation):
    """Names between two brackets behind a mark stand for values; the mark twice stands for itself."""

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._interpolate(parser, option, pieces, value, section, defaults, 1)
        return "".join(pieces)

    def before_set(self, parser, section, option, value):
        mark = self._mark
        rest = self._key.sub("", value.replace(mark * 2, ""))
        if mark in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(mark)}")
        return value

    def _interpolate(self, parser, option, pieces, rest, section, names, depth):
        mark, bracket = self._mark, self._bracket
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            before, found, rest = rest.partition(mark)
            pieces.append(before)
            if not found:
                return
            if rest[:1] == mark:
                pieces.append(mark)
                rest = rest[1:]
            elif rest[:1] == bracket:
                match = self._key.match(mark + rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {mark + rest!r}")
                rest = rest[match.end() - 1 :]
                value, where, name, known = self._named(parser, option, section, names, match[1], raw, rest)
                if mark in value:
                    self._interpolate(parser, name, pieces, value, where, known(), depth + 1)
                else:
                    pieces.append(value)
            else:
                raise InterpolationSyntaxError(option, section, f"'{mark}' must be followed by '{mark}' or '{bracket}', found: {mark + rest!r}")


class BasicInterpolation(_NamesInterpolation):
    """%(name)s stands for the value of a name of the section."""

    _mark, _bracket = "%", "("
    _key = re.compile(r"%\(([^)]+)\)s")

    def _named(self, parser, option, section, names, path, raw, rest):
        name = parser.optionxform(path)
        try:
            return names[name], section, option, lambda: names
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_NamesInterpolation):
    """${name} and ${section:name} stand for values."""

    _mark, _bracket = "$", "{"
    _key = re.compile(r"\$\{([^}]+)\}")

    def _named(self, parser, option, section, names, path, raw, rest):
        *sections, name = path.split(":")
        if len(sections) > 1:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        where = sections[0] if sections else section
        name = parser.optionxform(name)
        try:
            value = parser.get(where, name, raw=True) if sections else names[name]
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, path) from None
        return value, where, name, lambda: dict(parser.items(where, raw=True))


class RawConfigParser(MutableMapping):
    """Sections with names and values, which stay as they are."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        either = "|".join(re.escape(mark) for mark in self._delimiters)
        value = rf"(?:\s*(?P<vi>{either})\s*(?P<value>.*))" + ("?" if allow_no_value else "")
        self._optcre = re.compile(rf"(?P<option>.*?){value}$" if not allow_no_value else rf"(?P<option>.*?)\s*(?:(?P<vi>{either})\s*(?P<value>.*))?$")
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._allow_unnamed_section = allow_unnamed_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def optionxform(self, optionstr):
        """The name that an option is kept under."""
        return optionstr.lower()

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        try:
            own = self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None
        return list(dict.fromkeys([*own, *self._defaults]))

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (ValueError, DuplicateSectionError):
                if section in seen and self._strict:
                    raise
            seen.add(section)
            for name, value in keys.items():
                name = self.optionxform(str(name))
                text = None if value is None else str(value)
                if self._strict and (section, name) in seen:
                    raise DuplicateOptionError(section, name, source)
                seen.add((section, name))
                self.set(section, name, text)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._names(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = names[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, names)

    def _names(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {}
        if vars:
            for key, value in vars.items():
                given[self.optionxform(key)] = value if value is None else str(value)
        return ChainMap(given, own, self._defaults)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            value = self.get(section, option, raw=raw, vars=vars, **kwargs)
            return conv(value)
        except (NoOptionError, NoSectionError):
            if fallback is not _UNSET:
                return fallback
            raise

    def getint(self, section, option, **kwargs):
        return self._get_conv(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_conv(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        found = self._dict(self._defaults)
        try:
            found.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        names = list(found)
        if vars:
            for key, value in vars.items():
                found[self.optionxform(key)] = value
        if raw:
            return [(name, found[name]) for name in names]
        return [(name, value if (value := found[name]) is None else self._interpolation.before_get(self, section, name, value, found)) for name in names]

    def popitem(self):
        name = next(iter(self.sections()), _UNSET)
        if name is _UNSET:
            raise KeyError
        proxy = self[name]
        del self[name]
        return name, proxy

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        target = self._values_of(section)
        target[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        mark = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        unnamed = self._sections.get(UNNAMED_SECTION)
        if unnamed is not None:
            self._write_section(fp, UNNAMED_SECTION, unnamed.items(), mark)
        for section, values in self._sections.items():
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, values.items(), mark)

    def _write_section(self, fp, section, items, mark):
        if section is not UNNAMED_SECTION:
            fp.write(f"[{section}]\n")
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                value = mark + str(value).replace("\n", "\n\t")
            else:
                value = ""
            fp.write(f"{key}{value}\n")
        fp.write("\n")

    def remove_option(self, section, option):
        target = self._values_of(section)
        name = self.optionxform(option)
        if name not in target:
            return False
        del target[name]
        return True

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def _values_of(self, section):
        """What set and remove_option work on; no name means the defaults."""
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def _has(self, name):
        return name == self.default_section or self.has_section(name)

    def __contains__(self, key):
        return self._has(key)

    def __getitem__(self, key):
        if self._has(key):
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        # To set a section to itself would empty it first.
        if key not in self or self[key] is not value:
            if key == self.default_section:
                old = self._defaults
            else:
                old = self._sections[key] if key in self._sections else {}
            old.clear()
            self.read_dict({key: value})

    def __delitem__(self, key):
        if key != self.default_section and self.has_section(key):
            self.remove_section(key)
        else:
            raise ValueError("Cannot remove the default section.") if key == self.default_section else KeyError(key)

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections.keys())

    def _read(self, fp, fpname):
        try:
            self._read_lines(fp, fpname)
        finally:
            # What was read before a mistake is there to be asked for.
            self._join_lines()

    def _read_lines(self, fp, fpname):
        seen = set()
        current = None
        section = None
        option = None
        indent = 0
        problem = None
        if self._allow_unnamed_section:
            section = UNNAMED_SECTION
            current = self._sections.setdefault(section, self._dict())
            self._proxies[section] = SectionProxy(self, section)
        for lineno, line in enumerate(fp, 1):
            clean = line.strip()
            full_comment = clean.startswith(self._comment_prefixes) if self._comment_prefixes else False
            if full_comment:
                clean = ""
            inline = False
            for prefix in self._inline_comment_prefixes:
                match = re.search(rf"(?:^|\s){re.escape(prefix)}", clean)
                if match:
                    clean = clean[: match.start()].strip()
                    inline = True
            if not clean:
                if self._empty_lines_in_values:
                    if not full_comment and not inline and current is not None and option and current[option] is not None:
                        current[option].append("")
                else:
                    indent = float("inf")
                continue
            level = len(line) - len(line.lstrip())
            if current is not None and option and level > indent:
                if current[option] is None:
                    raise MultilineContinuationError(fpname, lineno, line)
                current[option].append(clean)
                continue
            indent = level
            match = self.SECTCRE.match(clean)
            if match:
                section = match["header"]
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, fpname, lineno)
                    current = self._sections[section]
                    seen.add(section)
                elif section == self.default_section:
                    current = self._defaults
                else:
                    current = self._dict()
                    self._sections[section] = current
                    self._proxies[section] = SectionProxy(self, section)
                    seen.add(section)
                option = None
                continue
            if current is None:
                raise MissingSectionHeaderError(fpname, lineno, line)
            match = self._optcre.match(clean)
            if not match or not match["option"].strip():
                if problem is None:
                    problem = ParsingError(fpname)
                problem.append(lineno, line)
                continue
            option = self.optionxform(match["option"].rstrip())
            value = match["value"]
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, fpname, lineno)
            seen.add((section, option))
            current[option] = None if value is None else [value.strip()]
        if problem is not None:
            raise problem

    def _join_lines(self):
        for section, values in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in values.items():
                if isinstance(value, list):
                    values[name] = self._interpolation.before_read(self, section, name, "\n".join(value).rstrip())

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """Sections with names and values, which may stand in one another's values."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check(self, *, section="", option="", value=""):
        if not isinstance(section, str) and section is not UNNAMED_SECTION:
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        self._check(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._check(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        keep, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = keep


class SectionProxy(MutableMapping):
    """A section of a parser, as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if self._parser.has_option(self._name, key):
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        if isinstance(self._parser, ConfigParser):
            self._parser._check(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def __getattr__(self, name):
        # getint and its like, those of converters too.
        if name.startswith("get") and name[3:] in self._parser.converters:
            convert = getattr(self._parser, name)
            return lambda option, fallback=None, **kwargs: self.get(option, fallback, _impl=convert, **kwargs)
        raise AttributeError(f"'SectionProxy' object has no attribute '{name}'")


class ConverterMapping(MutableMapping):
    """Functions that make values of text, by name."""

    def __init__(self, parser):
        self._parser = parser
        # The methods of a parser's class, those of a derived one too.
        self._data = {name[3:]: None for name in dir(parser) if name.startswith("get") and name != "get" and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        setattr(self._parser, "get" + key, lambda section, option, **kwargs: self._parser._get_conv(section, option, value, **kwargs))

    def __delitem__(self, key):
        del self._data[key]
        if "get" + key in vars(self._parser):
            delattr(self._parser, "get" + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
