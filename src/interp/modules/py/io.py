"""Streams in memory: StringIO, BytesIO and the buffers and text wrappers above them."""

__all__ = [
    "BlockingIOError", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
    "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "open", "open_code", "text_encoding", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]

import abc as _abc
import sys as _sys

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


def _index(value, what="integer argument expected"):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _size(value):
    # An optional size: None or negative means everything.
    if value is None:
        return -1
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'") from None


class IOBase(metaclass=_abc.ABCMeta):
    """What all streams have."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def flush(self):
        self._check()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return False

    def writable(self):
        self._check()
        return False

    def isatty(self):
        self._check()
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        size = _size(size)
        line = bytearray()
        while size < 0 or len(line) < size:
            char = self.read(1)
            if not char:
                break
            line += char
            if char == b"\n":
                break
        return bytes(line)

    def readlines(self, hint=-1):
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        total = 0
        lines = []
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Unbuffered bytes."""

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        count = self.readinto(data)
        return None if count is None else bytes(data[:count])

    def readall(self):
        data = bytearray()
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if not piece:
                break
            data += piece
        return bytes(data)

    def readinto(self, b):
        self._unsupported("readinto")

    def write(self, b):
        self._unsupported("write")


def _read_into(target, read, name):
    """Fill a buffer of any kind of items with what read() gives."""
    try:
        whole = memoryview(target)
    except TypeError:
        whole = None
    if whole is None or whole.readonly:
        raise TypeError(f"{name}() argument must be read-write bytes-like object, not {type(target).__name__}")
    # Without an end to them the target could not be resized until a collector finds the views.
    with whole, whole.cast("B") as view:
        data = read(len(view))
        view[: len(data)] = data
    return len(data)


class BufferedIOBase(IOBase):
    """Buffered bytes."""

    def read(self, size=-1):
        self._unsupported("read")

    def read1(self, size=-1):
        self._unsupported("read1")

    def readinto(self, b):
        return _read_into(b, self.read, "readinto")

    def readinto1(self, b):
        return _read_into(b, self.read1, "readinto1")

    def write(self, b):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


def _attributes(stream, fields):
    """What a program has put into the dict of a stream in memory, or None."""
    return {name: value for name, value in stream.__dict__.items() if name not in fields} or None


def _check_state(stream, state, count):
    stream._check()
    if not isinstance(state, tuple) or len(state) < count:
        raise TypeError(f"_io.{stream.__class__.__name__}.__setstate__ argument should be {count}-tuple, got {type(state).__name__}")


def _restore(stream, pos, attributes, place):
    if pos < 0:
        raise ValueError("position value cannot be negative")
    stream._pos = pos
    if attributes is not None:
        if not isinstance(attributes, dict):
            raise TypeError(f"{place} item of state should be a dict, got a {type(attributes).__name__}")
        stream.__dict__.update(attributes)


class BytesIO(BufferedIOBase):
    """Bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray()
        if initial_bytes is not None:
            if isinstance(initial_bytes, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            self._buffer += memoryview(initial_bytes)
        self._pos = 0

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def __getstate__(self):
        self._check()
        return self.getvalue(), self._pos, _attributes(self, ("_buffer", "_pos", "_closed"))

    def __setstate__(self, state):
        _check_state(self, state, 3)
        value, pos, attributes = state
        if hasattr(self, "_buffer"):
            # Refuses while somebody has a view of it.
            self._buffer.clear()
        BytesIO.__init__(self, value)
        if not isinstance(pos, int):
            raise TypeError(f"second item of state must be an integer, not {type(pos).__name__}")
        _restore(self, pos, attributes, "third")

    def getvalue(self):
        self._check()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check()
        return memoryview(self._buffer)

    def close(self):
        self._buffer = bytearray()
        self._closed = True

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        start = min(self._pos, len(self._buffer))
        end = len(self._buffer) if size < 0 else min(len(self._buffer), start + size)
        if end > start:
            self._pos = end
        return bytes(self._buffer[start:end])

    def read1(self, size=-1, /):
        return self.read(size)

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        start = min(self._pos, len(self._buffer))
        end = self._buffer.find(b"\n", start) + 1
        if end == 0:
            end = len(self._buffer)
        if size >= 0:
            end = min(end, start + size)
        self._pos = max(self._pos, end)
        return bytes(self._buffer[start:end])

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(b).tobytes()
        if not data:
            return 0
        if self._pos > len(self._buffer):
            self._buffer += bytes(self._pos - len(self._buffer))
        self._buffer[self._pos : self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._pos
        else:
            size = _index(size)
            if size < 0:
                raise ValueError(f"negative size value {size}")
        del self._buffer[size:]
        return size

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


class _Reader(BufferedIOBase):
    """Reads ahead of a raw stream."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError('"raw" argument must be readable.')
        self._raw = raw
        self._size = buffer_size
        self._ahead = b""

    def _fill(self):
        self._ahead += self._raw.read(self._size) or b""

    def peek(self, size=0, /):
        self._check()
        if not self._ahead:
            self._fill()
        return self._ahead

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        if size < 0:
            data = self._ahead + (self._raw.read() or b"")
            self._ahead = b""
            return data
        while len(self._ahead) < size:
            before = len(self._ahead)
            self._fill()
            if len(self._ahead) == before:
                break
        data = self._ahead[:size]
        self._ahead = self._ahead[size:]
        return data

    def read1(self, size=-1, /):
        self._check()
        if not self._ahead:
            self._fill()
        data = self._ahead if size < 0 else self._ahead[:size]
        self._ahead = self._ahead[len(data) :]
        return data

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        while b"\n" not in self._ahead and (size < 0 or len(self._ahead) < size):
            before = len(self._ahead)
            self._fill()
            if len(self._ahead) == before:
                break
        end = self._ahead.find(b"\n") + 1 or len(self._ahead)
        return self.read(end if size < 0 else min(end, size))


class _Buffered(BufferedIOBase):
    """What buffers over a raw stream share."""

    @property
    def raw(self):
        return self._raw

    @property
    def closed(self):
        return self._raw.closed

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    def __repr__(self):
        name = getattr(self._raw, "name", None)
        return f"<_io.{type(self).__name__}>" if name is None else f"<_io.{type(self).__name__} name={name!r}>"

    def fileno(self):
        return self._raw.fileno()

    def isatty(self):
        return self._raw.isatty()

    def detach(self):
        self.flush()
        raw, self._raw = self._raw, None
        return raw

    def close(self):
        if self._raw is not None and not self._raw.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def readable(self):
        return self._raw.readable()

    def writable(self):
        return self._raw.writable()

    def seekable(self):
        return self._raw.seekable()


class BufferedReader(_Buffered, _Reader):
    """Buffered reading from a raw stream."""

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b""
        return self._raw.seek(pos, whence)

    def tell(self):
        self._check()
        return self._raw.tell() - len(self._ahead)


class BufferedWriter(_Buffered):
    """Buffered writing to a raw stream."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError('"raw" argument must be writable.')
        self._raw = raw
        self._size = buffer_size
        self._waiting = bytearray()

    def write(self, b, /):
        if self.closed:
            raise ValueError("write to closed file")
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(b))
        if len(data) <= self._size - len(self._waiting) and len(data) < self._size:
            self._waiting += data
            return len(data)
        try:
            self._send()
        except BlockingIOError:
            return self._keep(data, 0)
        sent = 0
        while len(data) - sent >= self._size:
            count = self._write_raw(data[sent:])
            if count is None:
                break
            sent += count
        return self._keep(data, sent)

    def _keep(self, data, sent):
        """Of the data from `sent` on waits what there is room for; the rest would block."""
        end = sent + self._size - len(self._waiting)
        self._waiting += data[sent:end]
        if len(data) > end:
            raise BlockingIOError(0, "write could not complete without blocking", end)
        return len(data)

    def _write_raw(self, data):
        count = self._raw.write(data)
        if count is not None and not 0 <= count <= len(data):
            raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(data)})")
        return count

    def _send(self):
        """What waits goes to the raw stream."""
        while self._waiting:
            count = self._write_raw(bytes(self._waiting))
            if count is None:
                raise BlockingIOError(0, "write could not complete without blocking", 0)
            del self._waiting[:count]

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        self._send()

    def seek(self, pos, whence=0, /):
        self.flush()
        return self._raw.seek(pos, whence)

    def tell(self):
        return self._raw.tell() + len(self._waiting)

    def truncate(self, pos=None, /):
        self.flush()
        return self._raw.truncate(pos)


class BufferedRandom(BufferedReader):
    """Buffered reading from and writing to one raw stream."""

    def write(self, b, /):
        if self._ahead:
            self._raw.seek(self.tell())
            self._ahead = b""
        return self._raw.write(b)

    def flush(self):
        self._raw.flush()

    def truncate(self, pos=None, /):
        return self._raw.truncate(self.tell() if pos is None else pos)


class BufferedRWPair(BufferedIOBase):
    """A reader and a writer joined."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def write(self, b, /):
        return self._writer.write(b)

    def flush(self):
        self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def close(self):
        self._writer.close()
        self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


class TextIOBase(IOBase):
    """Text streams."""

    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, s, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


_NEWLINES = (None, "", "\n", "\r", "\r\n")


def _check_newline(newline, shown=repr):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
    if newline not in _NEWLINES:
        raise ValueError(f"illegal newline value: {shown(newline)}")


def _line_end(text, start, newline):
    """Index behind the line that begins at start, or -1 when it has no end yet."""
    if newline == "":
        line_feed = text.find("\n", start)
        carriage = text.find("\r", start)
        if carriage < 0 or 0 <= line_feed < carriage:
            return line_feed + 1 or -1
        return carriage + (2 if text.startswith("\n", carriage + 1) else 1)
    ending = newline or "\n"
    at = text.find(ending, start)
    return at + len(ending) if at >= 0 else -1


_TEXT_FIELDS = ("_newline", "_translate_read", "_text", "_tail", "_length", "_pos", "_ends", "_closed")


class StringIO(TextIOBase):
    """Text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        _check_newline(newline)
        self._newline = newline
        self._translate_read = newline is None
        self._text = ""
        self._tail = []
        self._pos = 0
        self._ends = ()
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _joined(self):
        # Writes at the end wait in a list, so that many of them are one join.
        if self._tail:
            self._text += "".join(self._tail)
            self._tail.clear()
        return self._text

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def __getstate__(self):
        self._check()
        return self.getvalue(), self._newline, self._pos, _attributes(self, _TEXT_FIELDS)

    def __setstate__(self, state):
        _check_state(self, state, 4)
        value, newline, pos, attributes = state
        StringIO.__init__(self, value, newline)
        # The ends of its lines were translated when it was written.
        self._tail.clear()
        self._text = value or ""
        if not isinstance(pos, int):
            raise TypeError(f"third item of state must be an integer, got {type(pos).__name__}")
        _restore(self, pos, attributes, "fourth")

    @property
    def newlines(self):
        """The ends of lines that were translated or, with newline='', could have been."""
        self._check()
        return self._ends[0] if len(self._ends) == 1 else self._ends or None

    @property
    def line_buffering(self):
        self._check()
        return False

    def getvalue(self):
        self._check()
        return self._joined()

    def close(self):
        self._text = ""
        self._tail = []
        self._closed = True

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        text = self._joined()
        start = self._pos
        if start >= len(text):
            return ""
        end = len(text) if size < 0 else min(len(text), start + size)
        self._pos = end
        return text[start:end]

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        text = self._joined()
        start = self._pos
        if start >= len(text):
            return ""
        end = _line_end(text, start, self._newline)
        if end < 0:
            end = len(text)
        if size >= 0:
            end = min(end, start + size)
        self._pos = end
        return text[start:end]

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _note_ends(self, text):
        both = text.count("\r\n")
        seen = {"\r": text.count("\r") > both, "\n": text.count("\n") > both, "\r\n": both}
        self._ends = tuple(end for end, found in seen.items() if found or end in self._ends)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        count = len(s)
        if not self._newline:
            self._note_ends(s)
        if self._translate_read:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline not in (None, "", "\n"):
            s = s.replace("\n", self._newline)
        if not s:
            return count
        text = self._text
        pos = self._pos
        if self._tail:
            if pos == self._length:
                self._tail.append(s)
                self._pos = self._length = pos + len(s)
                return count
            text = self._joined()
        if pos == len(text):
            self._tail.append(s)
            self._pos = self._length = pos + len(s)
            return count
        if pos > len(text):
            text += "\0" * (pos - len(text))
        self._text = text[:pos] + s + text[pos + len(s) :]
        self._pos = pos + len(s)
        return count

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if pos < 0 and whence == 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._pos = pos
        elif whence == 2:
            self._pos = len(self._joined())
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        else:
            pos = _index(pos)
            if pos < 0:
                raise ValueError(f"Negative size value {pos}")
        self._text = self._joined()[:pos]
        return pos

    def readable(self):
        self._check()
        return True

    writable = seekable = readable


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline, str)
        self._stream = buffer
        self.encoding = "utf-8" if encoding is None or encoding == "locale" else encoding
        self.errors = errors or "strict"
        self._newline = newline
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._text = None
        self._pos = 0
        self._waiting = []

    @property
    def buffer(self):
        return self._stream

    @property
    def closed(self):
        return self._stream.closed

    @property
    def name(self):
        return self._stream.name

    def __repr__(self):
        name = getattr(self._stream, "name", None)
        mode = getattr(self, "mode", None)
        shown = "" if name is None else f" name={name!r}"
        shown += "" if mode is None else f" mode={mode!r}"
        return f"<_io.TextIOWrapper{shown} encoding={self.encoding!r}>"

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        self._check()
        return self._stream.isatty()

    def _read_all(self):
        self._check()
        if not self._stream.readable():
            raise UnsupportedOperation("not readable")
        self.flush()
        if self._text is None:
            text = self._stream.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._text = text
            self._pos = 0
        return self._text

    def read(self, size=-1, /):
        size = _size(size)
        text = self._read_all()
        end = len(text) if size < 0 else min(len(text), self._pos + size)
        piece = text[self._pos : end]
        self._pos = end
        return piece

    def readline(self, size=-1, /):
        size = _size(size)
        text = self._read_all()
        end = _line_end(text, self._pos, self._newline)
        if end < 0:
            end = len(text)
        if size >= 0:
            end = min(end, self._pos + size)
        line = text[self._pos : end]
        self._pos = end
        return line

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if not self._stream.writable():
            raise UnsupportedOperation("not writable")
        text = s
        if self._newline not in (None, "", "\n"):
            text = text.replace("\n", self._newline)
        self._text = None
        data = text.encode(self.encoding, self.errors)
        if self.write_through or self.line_buffering and ("\n" in s or "\r" in s):
            self.flush()
            self._stream.write(data)
        else:
            self._waiting.append(data)
        return len(s)

    def flush(self):
        self._check()
        if self._waiting:
            self._stream.write(b"".join(self._waiting))
            self._waiting.clear()
        self._stream.flush()

    def seek(self, cookie, whence=0, /):
        self._check()
        self.flush()
        if whence == 1 and cookie:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        if whence == 1:
            return self.tell()
        self._text = None
        return self._stream.seek(cookie, whence)

    def tell(self):
        self._check()
        if self._text is not None:
            return self._stream.tell() - len(self._text[self._pos :].encode(self.encoding, self.errors))
        self.flush()
        return self._stream.tell()

    def truncate(self, pos=None, /):
        self.flush()
        return self._stream.truncate(pos)

    def detach(self):
        self.flush()
        stream, self._stream = self._stream, None
        return stream

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    def close(self):
        if self._stream is not None and not self._stream.closed:
            try:
                self.flush()
            finally:
                self._stream.close()

    def readable(self):
        return self._stream.readable()

    def writable(self):
        return self._stream.writable()

    def seekable(self):
        return self._stream.seekable()


TextIOWrapper.register(type(_sys.stdout))


class FileIO(RawIOBase):
    """A file in memory (see _files)."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        import _files
        self._closed = True
        kind = mode.replace("b", "").replace("+", "")
        if len(kind) != 1 or kind not in "rwxa":
            raise ValueError(f"invalid mode: {mode}")
        plus = "+" in mode
        if isinstance(file, int) and not isinstance(file, bool):
            if file < 0:
                raise ValueError("negative file descriptor")
            if file not in _files.descriptors:
                _files.fail(9)
            self._node = _files.descriptors[file]._node
            self._number = file
        else:
            self._node = _files.open_file(file, kind + "+" if plus and kind == "r" else kind)
            self._number = _files.descriptor_for(self)
        # Kept here, since a file may be closed when the modules are gone.
        self._table = _files.descriptors
        self._closed = False
        self.name = file
        self.mode = ("rb+" if plus else "rb") if kind == "r" else {"w": "wb", "a": "ab", "x": "xb"}[kind] + "+" * plus if kind != "w" else "rb+" if plus else "wb"
        self._reads = kind == "r" or plus
        self._writes = kind != "r" or plus
        self._appends = kind == "a"
        self._place = len(self._node.data) if self._appends else 0
        self.closefd = closefd

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        self._check()
        return self._number

    def isatty(self):
        self._check()
        return False

    def read(self, size=-1, /):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("File not open for reading")
        data = self._node.data
        end = len(data) if size is None or size < 0 else self._place + size
        piece = bytes(data[self._place : end])
        self._place += len(piece)
        return piece

    def readall(self):
        return self.read()

    def readinto(self, b, /):
        piece = self.read(len(b))
        b[: len(piece)] = piece
        return len(piece)

    def write(self, b, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        data = self._node.data
        if self._appends:
            self._place = len(data)
        if self._place > len(data):
            data.extend(bytes(self._place - len(data)))
        data[self._place : self._place + len(b)] = b
        self._place += len(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check()
        place = pos if whence == 0 else self._place + pos if whence == 1 else len(self._node.data) + pos
        if place < 0:
            raise OSError(22, "Invalid argument")
        self._place = place
        return place

    def tell(self):
        self._check()
        return self._place

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        data = self._node.data
        size = self._place if size is None else size
        if size < len(data):
            del data[size:]
        else:
            data.extend(bytes(size - len(data)))
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self._table.get(self._number) is self:
                del self._table[self._number]

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        import os
        file = os.fspath(file)
    for value, name in ((mode, "mode"), (encoding, "encoding"), (errors, "errors")):
        if not isinstance(value, str) and (value is not None or name == "mode"):
            raise TypeError(f"open() argument '{name}' must be str, not {type(value).__name__}" if name == "mode" else
                            f"open() argument '{name}' must be str or None, not {type(value).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if "t" in letters and binary:
        raise ValueError("can't have text and binary mode at once")
    kinds = letters & set("axrw")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if encoding is not None and encoding != "locale":
        "".encode(encoding)
    _check_newline(newline, str)
    if isinstance(file, int) and file in (0, 1, 2):
        import sys
        return (sys.stdin, sys.stdout, sys.stderr)[file]
    raw = FileIO(file, mode.replace("t", ""), closefd)
    if buffering == 0:
        if binary:
            return raw
        raise ValueError("can't have unbuffered text I/O")
    if "+" in letters:
        buffer = BufferedRandom(raw)
    elif "r" in letters:
        buffer = BufferedReader(raw)
    else:
        buffer = BufferedWriter(raw)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding or "UTF-8", errors, newline, buffering == 1)
    text.mode = mode
    return text


open_code = open


for _type in (IOBase, RawIOBase, BufferedIOBase, TextIOBase, FileIO, BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRWPair, BufferedRandom,
              TextIOWrapper):
    _type.__module__ = "_io" if _type.__name__ not in ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase") else "io"
del _type


class _HostBuffer(BufferedIOBase):
    """The bytes of one of the program's own streams: sys.stdout.buffer and its like."""

    def __init__(self, stream):
        self._stream = stream
        # What was written but is not yet a whole character; what was read from the host but not asked for.
        self._open_end = b""
        self._waiting = b""

    name = property(lambda self: self._stream.name)
    raw = property(lambda self: self)
    mode = property(lambda self: "rb" if self._stream.readable() else "wb")

    def __repr__(self):
        kind = "BufferedReader" if self._stream.readable() else "BufferedWriter"
        return f"<_io.{kind} name={self._stream.name!r}>"

    def readable(self):
        return self._stream.readable()

    def writable(self):
        return self._stream.writable()

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        return False

    def flush(self):
        pass

    def close(self):
        pass

    def write(self, data, /):
        if not self.writable():
            raise UnsupportedOperation("write")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        given = bytes(data)
        data = self._open_end + given
        cut = len(data)
        # A character that is not complete waits for its other bytes.
        for back in range(1, min(4, cut + 1)):
            byte = data[cut - back]
            if byte >= 0xC0:
                if back < (4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2):
                    cut -= back
                break
            if byte < 0x80:
                break
        self._open_end = data[cut:]
        self._stream.write(data[:cut].decode("utf-8", "replace"))
        return len(given)

    def read(self, size=-1, /):
        size = _size(size)
        if not self.readable():
            raise UnsupportedOperation("read")
        if size < 0 or len(self._waiting) < size:
            self._waiting += self._stream.read().encode("utf-8", "surrogateescape")
        size = len(self._waiting) if size < 0 else size
        data, self._waiting = self._waiting[:size], self._waiting[size:]
        return data

    read1 = read

    def readline(self, size=-1, /):
        if b"\n" not in self._waiting:
            self._waiting += self._stream.readline().encode("utf-8", "surrogateescape")
        end = self._waiting.find(b"\n") + 1 or len(self._waiting)
        if 0 <= _size(size) < end:
            end = size
        line, self._waiting = self._waiting[:end], self._waiting[end:]
        return line


_host_buffers = {}


def _host_buffer(stream):
    number = stream.fileno()
    if number not in _host_buffers:
        _host_buffers[number] = _HostBuffer(stream)
    return _host_buffers[number]


def text_encoding(encoding, stacklevel=2):
    """The encoding, or "locale" for None."""
    return "locale" if encoding is None else encoding
