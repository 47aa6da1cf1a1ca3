"""Tables as text with separators."""
import io
import re

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel", "excel_tab",
    "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter",
    "unix_dialect",
]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    """How a table is written."""

    # A dialect of one's own sets these.
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Rules(self, {})
        except TypeError as problem:
            raise Error(str(problem)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(excel):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_NAMES = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")
_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
    "skipinitialspace": False, "strict": False,
}


class _Rules:
    """A dialect whose parts were checked."""

    def __init__(self, dialect, given):
        for name in given:
            if name not in _NAMES:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        for name in _NAMES:
            value = given.get(name, getattr(dialect, name, _DEFAULTS[name])) if dialect is not None else given.get(name, _DEFAULTS[name])
            vars(self)[name] = value
        if "quotechar" in given and given["quotechar"] is None and "quoting" not in given:
            vars(self)["quoting"] = QUOTE_NONE
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            wanted = "string" if name == "delimiter" else "string or None"
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        for name in ("delimiter", "escapechar", "quotechar"):
            letter = getattr(self, name)
            if letter in ("\r", "\n") or letter == " " and name != "delimiter" and self.skipinitialspace:
                raise ValueError(f"bad {name} value")
            if letter is not None and letter in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")
        for one, other in (("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar")):
            if getattr(self, one) == getattr(self, other) is not None:
                raise ValueError(f"bad {one} or {other} value")
        for name in ("doublequote", "skipinitialspace", "strict"):
            vars(self)[name] = bool(getattr(self, name))

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")


_dialects = {}


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    _dialects[name] = _Rules(dialect, fmtparams)


def unregister_dialect(name):
    """Takes the name from its dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of that name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def _rules(dialect, fmtparams):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Rules) and not fmtparams:
        return dialect
    return _Rules(dialect, fmtparams)


_limit = 131072


_UNSET = object()


def field_size_limit(limit=_UNSET, /):
    """The most characters a field may have, up to now; with an argument it becomes that."""
    global _limit
    before = _limit
    if limit is not _UNSET:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return before


class _Reader:
    """Rows of a table, each a list of texts."""

    def __init__(self, lines, rules):
        self._lines = iter(lines)
        self.dialect = rules
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        rules = self.dialect
        delimiter, quote, escape = rules.delimiter, rules.quotechar, rules.escapechar
        quoting = rules.quoting
        fields = []
        field = []
        state = "start"
        numeric = False

        def save():
            nonlocal numeric
            text = "".join(field)
            field.clear()
            if quoting == QUOTE_NONNUMERIC and not quoted[0] and text != "" or quoting == QUOTE_STRINGS and not quoted[0] and text != "":
                fields.append(float(text))
            elif quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and not quoted[0] and text == "":
                fields.append(None)
            else:
                fields.append(text)
            quoted[0] = False

        quoted = [False]
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state in ("quoted", "escape in quotes"):
                    if rules.strict:
                        raise Error("unexpected end of data")
                    save()
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            began = state == "start" and not fields
            if state == "start":
                state = "record"
            ended = False
            for place, letter in enumerate([*line, ""]):
                end = letter in ("\n", "\r", "")
                if ended:
                    if end:
                        continue
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                if state == "escaped end" and letter:
                    state = "field"
                if state == "record":
                    if end:
                        ended = True
                        continue
                    state = "field start"
                if state == "field start":
                    if end:
                        save()
                        ended = True
                        state = "record end"
                    elif letter == quote and quoting != QUOTE_NONE:
                        quoted[0] = True
                        state = "quoted"
                    elif letter == escape:
                        state = "escape"
                    elif letter == " " and rules.skipinitialspace:
                        pass
                    elif letter == delimiter:
                        save()
                    else:
                        field.append(letter)
                        state = "field"
                elif state == "field":
                    if end:
                        save()
                        ended = True
                        state = "record end"
                    elif letter == escape:
                        state = "escape"
                    elif letter == delimiter:
                        save()
                        state = "field start"
                    else:
                        field.append(letter)
                elif state == "escape":
                    if letter == "":
                        letter = "\n"
                    field.append(letter)
                    # The line may end behind an escaped end of line; the field goes on in the next one.
                    state = "escaped end" if end else "field"
                elif state == "quoted":
                    if letter == "":
                        pass
                    elif letter == escape:
                        state = "escape in quotes"
                    elif letter == quote and quoting != QUOTE_NONE:
                        state = "quote in quotes" if rules.doublequote else "field"
                    else:
                        field.append(letter)
                elif state == "escape in quotes":
                    field.append(letter or "\n")
                    state = "quoted"
                elif state == "quote in quotes":
                    if letter == quote and quoting != QUOTE_NONE:
                        field.append(letter)
                        state = "quoted"
                    elif end:
                        save()
                        ended = True
                        state = "record end"
                    elif letter == delimiter:
                        save()
                        state = "field start"
                    elif not rules.strict:
                        field.append(letter)
                        state = "field"
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
            if state in ("record", "record end"):
                return fields
            if state == "field start":
                save()
                return fields


_Reader.__module__ = "_csv"
_Reader.__name__ = _Reader.__qualname__ = "reader"


def reader(iterable, /, dialect="excel", **fmtparams):
    """Makes rows of lines."""
    return _Reader(iterable, _rules(dialect, fmtparams))


class _Writer:
    """Writes rows of a table."""

    def __init__(self, write, rules):
        self._write = write
        self.dialect = rules

    def _field(self, value, alone):
        rules = self.dialect
        quoting = rules.quoting
        text = "" if value is None else value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float)) and not _is_number(value)
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        out = []
        for letter in text:
            special = letter in (rules.delimiter, rules.escapechar, rules.quotechar, "\r", "\n") or letter in rules.lineterminator
            if special:
                if quoting == QUOTE_NONE:
                    escaped = True
                elif letter == rules.quotechar:
                    if rules.doublequote:
                        out.append(letter)
                        escaped = False
                    else:
                        escaped = True
                elif letter == rules.escapechar:
                    escaped = True
                else:
                    escaped = False
                if not escaped and (letter != rules.quotechar or rules.doublequote):
                    quoted = True
                if escaped:
                    if rules.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(rules.escapechar)
            out.append(letter)
        if quoting == QUOTE_MINIMAL and text.startswith(" ") and rules.delimiter == " ":
            quoted = True
        if text == "" and not quoted and rules.delimiter == " " and rules.skipinitialspace and quoting != QUOTE_NONE:
            quoted = True
        if alone and text == "" and not quoted:
            if quoting in (QUOTE_NONE,) or (value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            quoted = True
        body = "".join(out)
        return f"{rules.quotechar}{body}{rules.quotechar}" if quoted else body

    def writerow(self, row, /):
        """Writes one row."""
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        rules = self.dialect
        if rules.delimiter == " " and rules.skipinitialspace and any(value in ("", None) for value in values) and rules.quoting == QUOTE_NONE:
            raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
        return self._write(rules.delimiter.join([self._field(value, len(values) == 1) for value in values]) + rules.lineterminator)

    def writerows(self, rows, /):
        """Writes row after row."""
        for row in rows:
            self.writerow(row)


_Writer.__module__ = "_csv"
_Writer.__name__ = _Writer.__qualname__ = "writer"


def _is_number(value):
    return hasattr(type(value), "__float__") and not isinstance(value, str)


def writer(fileobj, /, dialect="excel", **fmtparams):
    """Makes lines of rows, and gives them to the file."""
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(write, _rules(dialect, fmtparams))


def _names(given):
    """Names are gone through more than once, which an iterator does not allow."""
    return list(given) if given is not None and iter(given) is given else given


class DictReader:
    """Rows of a table as dicts, by the names of the first row or those given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = _names(fieldnames)
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect, self.line_num = dialect, 0

    @property
    def fieldnames(self):
        names = self._fieldnames
        if names is None:
            # Without a row there are no names yet; the next time may find one.
            names = self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return names

    @fieldnames.setter
    def fieldnames(self, names):
        self._fieldnames = names

    def __iter__(self):
        return self

    def __next__(self):
        if not self.line_num:
            # The row of names comes before the first row.
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            result[name] = self.restval
        return result


class DictWriter:
    """Writes dicts as rows of a table."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = _names(fieldnames)
        self.restval = restval
        self.extrasaction = extrasaction = extrasaction.lower()
        if extrasaction not in {"raise", "ignore"}:
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses how a table is written."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        quote, doubled, best, spaced = self._by_quotes(sample, delimiters)
        if not best:
            best, spaced = self._by_counts(sample, delimiters)
        if not best:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.delimiter = best
        dialect.quotechar = quote or '"'
        dialect.doublequote = doubled
        dialect.skipinitialspace = spaced
        return dialect

    def _by_quotes(self, sample, delimiters):
        """What quoted fields show: the quote, whether it is doubled inside, the delimiter beside it, whether a space follows that."""
        before = r"(?P<delim>[^\w\n\"'])(?P<space> ?)"
        field = r"(?P<quote>[\"']).*?(?P=quote)"
        for pattern in (before + field + r"(?P=delim)", r"(?:^|\n)" + field + before, before + field + r"(?:$|\n)", r"(?:^|\n)" + field + r"(?:$|\n)"):
            found = list(re.finditer(pattern, sample, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return "", False, None, False
        quotes, beside, spaces = {}, {}, 0
        for each in found:
            parts = each.groupdict()
            quotes[parts["quote"]] = quotes.get(parts["quote"], 0) + 1
            letter = parts.get("delim")
            if letter and (delimiters is None or letter in delimiters):
                beside[letter] = beside.get(letter, 0) + 1
            if parts.get("space"):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        best, spaced = "", False
        if beside:
            best = max(beside, key=beside.get)
            spaced = beside[best] == spaces
            if best == "\n":
                best = ""
        mark = re.escape(best)
        inside = rf"[^{mark}\n]*"
        doubled = re.search(rf"(({mark})|^)\W*{quote}{inside}{quote}{inside}{quote}\W*(({mark})|$)", sample, re.MULTILINE) is not None
        return quote, doubled, best, spaced

    def _by_counts(self, sample, delimiters):
        """The character that comes equally often on nearly all lines, and whether a space follows it."""
        lines = [line for line in sample.split("\n") if line]
        step = min(10, len(lines))
        tallies = {}
        candidates = {}
        for seen in range(step, len(lines) + step, step or 1):
            for line in lines[seen - step:seen]:
                for code in range(127):
                    tally = tallies.setdefault(chr(code), {})
                    count = line.count(chr(code))
                    tally[count] = tally.get(count, 0) + 1
            modes = {}
            for letter, tally in tallies.items():
                if set(tally) == {0}:
                    continue
                often = max(tally, key=tally.get)
                modes[letter] = often, 2 * tally[often] - sum(tally.values())
            total = float(min(seen, len(lines)))
            agreement = 1.0
            candidates = {}
            while not candidates and agreement >= 0.9:
                for letter, (often, lines_that_agree) in modes.items():
                    if often > 0 and lines_that_agree > 0 and lines_that_agree / total >= agreement and (delimiters is None or letter in delimiters):
                        candidates[letter] = often, lines_that_agree
                agreement -= 0.01
            if len(candidates) == 1:
                break
        if not candidates:
            return "", False
        best = next((letter for letter in self.preferred if letter in candidates), None) if len(candidates) > 1 else next(iter(candidates))
        if best is None:
            best = max(candidates, key=lambda letter: (candidates[letter], letter))
        return best, lines[0].count(best) == lines[0].count(best + " ")

    def has_header(self, sample):
        rows = list(reader(io.StringIO(sample), self.sniff(sample)))
        header, body = rows[0], rows[1:21]
        votes = 0
        for column, title in enumerate(header):
            kinds = set()
            for row in body:
                if len(row) != len(header):
                    continue
                try:
                    complex(row[column])
                    kinds.add(complex)
                except ValueError:
                    kinds.add(len(row[column]))
            if not kinds:
                votes += 1
            if len(kinds) != 1:
                continue
            kind = kinds.pop()
            if kind is complex:
                try:
                    complex(title)
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
            else:
                votes += 1 if len(title) != kind else -1
        return votes > 0
