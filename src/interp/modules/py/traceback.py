"""Reports of exceptions and stacks; the lines of frames and exceptions come from built-in functions."""
import linecache
import sys

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
    "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
    "TracebackException", "walk_stack", "walk_tb", "print_list",
]


class FrameSummary:
    """One entry of a stack."""

    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None, **kwargs,
    ):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self._text = None
        self.locals = {key: _safe_repr(value) for key, value in locals.items()} if locals else None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._as_tuple() == other._as_tuple()
        return self._as_tuple() == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, index):
        return self._as_tuple()[index]

    def __iter__(self):
        return iter(self._as_tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found = cls()
        for frame, lineno in frame_gen:
            if isinstance(lineno, tuple):
                lineno = lineno[0]
            code = frame.f_code
            found.append(FrameSummary(code.co_filename, lineno, code.co_name, locals=frame.f_locals if capture_locals else None))
        return _limited(found, limit)

    @classmethod
    def from_list(cls, a_list):
        found = cls()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                found.append(entry)
            else:
                filename, lineno, name, line = entry
                found.append(FrameSummary(filename, lineno, name, line=line))
        return found

    def format_frame_summary(self, frame):
        text = frame._text
        if text is None:
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f"    {frame.line}\n"
        if frame.locals:
            for name, value in sorted(frame.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = frame.filename, frame.lineno, frame.name
            if key != last:
                if count > 3:
                    result.append(_repeated(count - 3))
                last = key
                count = 0
            count += 1
            if count <= 3:
                result.append(text)
        if count > 3:
            result.append(_repeated(count - 3))
        return result


def _repeated(count):
    return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def _limited(found, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is not None:
        kept = found[:limit] if limit >= 0 else found[limit:]
        found[:] = kept
    return found


def walk_stack(f):
    """(frame, line) of a frame and those above it."""
    if f is None:
        f = sys._getframe(1).f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """(frame, line) of the entries of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    return _entries(tb, limit, False)


def _entries(tb, limit, capture_locals):
    found = StackSummary()
    while tb is not None:
        frame = tb.tb_frame
        code = frame.f_code
        line, end_line, column, end_column = _position(tb)
        summary = FrameSummary(
            code.co_filename, tb.tb_lineno, code.co_name, locals=frame.f_locals if capture_locals else None, end_lineno=end_line,
            colno=column, end_colno=end_column,
        )
        summary._text = _entry(tb)
        found.append(summary)
        tb = tb.tb_next
    return _limited(found, limit)


def extract_stack(f=None, limit=None):
    """A StackSummary of the running frames, the oldest first."""
    if f is None:
        f = sys._getframe().f_back
    found = StackSummary()
    for frame, lineno in walk_stack(f):
        code = frame.f_code
        found.append(FrameSummary(code.co_filename, lineno, code.co_name))
        if limit is not None and 0 <= limit <= len(found):
            break
    found.reverse()
    return found


def format_list(extracted_list):
    """The text of each entry."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Write the entries of a list."""
    for item in format_list(extracted_list):
        print(item, file=sys.stderr if file is None else file, end="")


def format_tb(tb, limit=None):
    """The text of each entry of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Write the entries of a traceback."""
    for item in format_tb(tb, limit):
        print(item, file=sys.stderr if file is None else file, end="")


def format_stack(f=None, limit=None):
    """The text of each running frame."""
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Write the running frames."""
    for item in format_stack(sys._getframe().f_back if f is None else f, limit):
        print(item, file=sys.stderr if file is None else file, end="")


class _NotGiven:
    def __repr__(self):
        return "<implicit>"


_given = _NotGiven()


def _value_of(exc, value):
    if value is _given:
        if not isinstance(exc, BaseException) and exc is not None:
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def _pieces(text):
    # One item for each frame with its source and markers, and one for each other line.
    items = []
    for line in text.splitlines(True):
        if line.startswith("    ") and items and items[-1].startswith('  File "'):
            items[-1] += line
        else:
            items.append(line)
    return items


def _format(exception, limit, chain):
    if exception is None:
        return ["NoneType: None\n"]
    if limit is None and getattr(sys, "tracebacklimit", None) is None:
        return _pieces(_report(exception, chain))
    return list(TracebackException.from_exception(exception, limit=limit).format(chain=chain))


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True, **kwargs):
    """The report of an exception as a list of lines."""
    value = _value_of(exc, value)
    if tb is not _given and value is not None and tb is not value.__traceback__:
        return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))
    return _format(value, limit, chain)


def _frameless(value):
    """Without frames nothing tells which name a NameError may have meant."""
    if not isinstance(value, NameError):
        return _only(value)
    frames = value.__traceback__
    value.__traceback__ = None
    try:
        return _only(value)
    finally:
        value.__traceback__ = frames


def _only_pieces(text, value):
    # A message of several lines is one item; lines of source and notes are one each.
    lines = text.splitlines(True)
    if isinstance(value, SyntaxError):
        return lines
    notes = getattr(value, "__notes__", None)
    behind = 0
    if isinstance(notes, (list, tuple)):
        for note in notes:
            try:
                behind += str(note).count("\n") + 1
            except Exception:
                behind += 1
    elif notes is not None:
        behind = 1
    head = len(lines) - behind
    return ["".join(lines[:head]), *lines[head:]]


def format_exception_only(exc, /, value=_given, *, show_group=False, **kwargs):
    """The lines of an exception without its frames."""
    value = _value_of(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    lines = _only_pieces(_frameless(value), value)
    if show_group and isinstance(value, BaseExceptionGroup):
        for member in value.exceptions:
            lines.extend("   " + line for item in format_exception_only(member, show_group=True) for line in item.splitlines(True))
    return lines


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True, **kwargs):
    """Write the report of an exception."""
    text = "".join(format_exception(exc, value, tb, limit, chain))
    print(text, file=sys.stderr if file is None else file, end="")


def format_exc(limit=None, chain=True):
    """The report of the exception being handled."""
    return "".join(_format(sys.exception(), limit, chain))


def print_exc(limit=None, file=None, chain=True):
    """Write the report of the exception being handled."""
    print(format_exc(limit, chain), file=sys.stderr if file is None else file, end="")


def print_last(limit=None, file=None, chain=True):
    """Write the report of the exception that ended the program last."""
    if not hasattr(sys, "last_exc"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Clear the local variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


_cause = "\nThe above exception was the direct cause of the following exception:\n\n"
_context = "\nDuring handling of the above exception, another exception occurred:\n\n"


class _Boxes:
    """How deep a report is in groups, and whether the innermost box still has to be closed."""

    def __init__(self):
        self.depth = 0
        self.open = False

    def margin(self):
        return "  " * self.depth

    def lines(self, texts, sign="|"):
        if not self.depth:
            yield from texts
            return
        for text in texts:
            for line in text.splitlines(True):
                yield f"{self.margin()}{sign} {line}"


class TracebackException:
    """An exception ready to be shown later: its texts, without the objects."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = _entries(exc_traceback, limit, capture_locals)
        self._has_stack = exc_traceback is not None and limit != 0
        self._exc_type = exc_type if save_exc_type else None
        self._only_lines = _only_pieces(_only(exc_value), exc_value)
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.exc_type_str = None
        if exc_type is not None:
            module = exc_type.__module__
            self.exc_type_str = exc_type.__qualname__ if module in ("builtins", "__main__") else f"{module}.{exc_type.__qualname__}"
        options = {
            "limit": limit, "capture_locals": capture_locals, "max_group_width": max_group_width, "max_group_depth": max_group_depth,
            "save_exc_type": save_exc_type, "_seen": seen,
        }

        def of(exception):
            if exception is None or id(exception) in seen:
                return None
            return TracebackException(type(exception), exception, exception.__traceback__, **options)

        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = of(exc_value.__cause__) if exc_value is not None else None
        wanted = exc_value is not None and not (compact and (self.__cause__ is not None or self.__suppress_context__))
        self.__context__ = of(exc_value.__context__) if wanted else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [of(member) for member in exc_value.exceptions]
        if isinstance(exc_value, SyntaxError):
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            for name in ("lineno", "end_lineno"):
                line = getattr(exc_value, name)
                setattr(self, name, None if line is None else str(line))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, 2)
        return self._exc_type

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        yield from self._only_lines
        if show_group and self.exceptions:
            for member in self.exceptions:
                for item in member.format_exception_only(show_group=True):
                    for line in item.splitlines(True):
                        yield "   " + line

    def format(self, *, chain=True, _boxes=None, **kwargs):
        boxes = _Boxes() if _boxes is None else _boxes
        # Causes come first; a chain of thousands is no deeper than one of two.
        links = [(self, None)]
        if chain:
            while True:
                last = links[-1][0]
                if last.__cause__ is not None:
                    links.append((last.__cause__, _cause))
                elif last.__context__ is not None and not last.__suppress_context__:
                    links.append((last.__context__, _context))
                else:
                    break
        for exception, bridge in reversed(links):
            if exception.exceptions is None:
                if exception.stack:
                    yield from boxes.lines(["Traceback (most recent call last):\n"])
                    yield from boxes.lines(exception.stack.format())
                yield from boxes.lines(exception.format_exception_only())
            elif boxes.depth > self.max_group_depth:
                yield from boxes.lines([f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from exception._format_group(boxes, chain)
            if bridge is not None:
                yield from boxes.lines([bridge])

    def _format_group(self, boxes, chain):
        top = boxes.depth == 0
        if top:
            boxes.depth += 1
        if self.stack:
            yield from boxes.lines(["Exception Group Traceback (most recent call last):\n"], "+" if top else "|")
            yield from boxes.lines(self.stack.format())
        yield from boxes.lines(self.format_exception_only())
        count = len(self.exceptions)
        shown = min(count, self.max_group_width + 1)
        boxes.open = False
        for index in range(shown):
            last = index == shown - 1
            boxes.open = boxes.open or last
            cut = index >= self.max_group_width
            yield f"{boxes.margin()}{'+-' if index == 0 else '  '}+---------------- {'...' if cut else index + 1} ----------------\n"
            boxes.depth += 1
            if cut:
                more = count - self.max_group_width
                yield from boxes.lines([f"and {more} more exception{'s' if more > 1 else ''}\n"])
            elif self.exceptions[index] is not None:
                yield from self.exceptions[index].format(chain=chain, _boxes=boxes)
            if last and boxes.open:
                yield f"{boxes.margin()}+------------------------------------\n"
                boxes.open = False
            boxes.depth -= 1
        if top:
            boxes.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented
