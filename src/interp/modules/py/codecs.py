"""Encodings of text: looked up by name, whole or piece by piece."""
import io as _io

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
    "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
    "StreamReader", "StreamWriter", "StreamReaderWriter", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader",
    "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
    "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """The functions of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """What encodes and decodes."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class StreamWriter(Codec):
    """Encodes what is written to a stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamReader(Codec):
    """Decodes what is read from a stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._text = None

    def _rest(self):
        if self._text is None:
            self._text = _io.StringIO(self.decode(self.stream.read(), self.errors)[0], newline="")
        return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        return self._rest().read(chars if chars >= 0 else size)

    def readline(self, size=None, keepends=True):
        line = self._rest().readline()
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self._rest().read().splitlines(keepends)

    def reset(self):
        self._text = None

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


class StreamReaderWriter:
    """Both over one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.stream.close()


_searches = []
_known = {}


def register(search_function, /):
    """Register a codec search function."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def _rot13(text):
    turned = {}
    for start in (65, 97):
        for place in range(26):
            turned[start + place] = start + (place + 13) % 26
    return text.translate(turned)


def _special(name):
    # Encodings from bytes to bytes and from text to text.
    if name in ("rot13", "rot_13"):
        turn = lambda text, errors="strict": (_rot13(text), len(text))
        return CodecInfo(turn, turn, name="rot13", _is_text_encoding=False)
    if name in ("hex", "hex_codec"):
        import binascii
        return CodecInfo(lambda data, errors="strict": (binascii.b2a_hex(data), len(data)), lambda data, errors="strict": (binascii.a2b_hex(data), len(data)), name="hex", _is_text_encoding=False)
    if name in ("base64", "base64_codec", "base_64"):
        import base64
        return CodecInfo(lambda data, errors="strict": (base64.encodebytes(data), len(data)), lambda data, errors="strict": (base64.decodebytes(data), len(data)), name="base64", _is_text_encoding=False)
    if name in ("zlib", "zip", "zlib_codec"):
        import zlib
        return CodecInfo(lambda data, errors="strict": (zlib.compress(data), len(data)), lambda data, errors="strict": (zlib.decompress(data), len(data)), name="zlib", _is_text_encoding=False)
    return None


def unicode_escape_encode(text, errors="strict"):
    return text.encode("unicode_escape", errors), len(text)


def raw_unicode_escape_encode(text, errors="strict"):
    return text.encode("raw_unicode_escape", errors), len(text)


def unicode_escape_decode(data, errors="strict", final=True):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data.decode("unicode_escape", errors), len(data)


def raw_unicode_escape_decode(data, errors="strict", final=True):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data.decode("raw_unicode_escape", errors), len(data)


def _make(name):
    shown = _codec_name(name)
    if shown is None:
        return _special(name)

    def encode(input, errors="strict"):
        return input.encode(shown, errors), len(input)

    def decode(input, errors="strict"):
        return bytes(input).decode(shown, errors), len(input)

    class Encoder(IncrementalEncoder):
        _begun = False

        def encode(self, input, final=False):
            data = input.encode(shown, self.errors)
            if self._begun:
                for mark in {"utf-16": (BOM_UTF16,), "utf-32": (BOM_UTF32,), "utf-8-sig": (BOM_UTF8,)}.get(shown, ()):
                    data = data.removeprefix(mark)
            self._begun = self._begun or bool(data)
            return data

        def reset(self):
            self._begun = False

    class Decoder(IncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.buffer = b""

        def decode(self, input, final=False):
            data = self.buffer + bytes(input)
            if final:
                self.buffer = b""
                return data.decode(shown, self.errors)
            # The last letter may not be whole yet: at most three bytes wait.
            for keep in range(4):
                head = data[: len(data) - keep]
                try:
                    text = head.decode(shown, "strict")
                except UnicodeDecodeError as problem:
                    if problem.end < len(head) or "unexpected end" not in problem.reason and "truncated" not in problem.reason:
                        break
                    continue
                self.buffer = data[len(head) :]
                return text
            text = data.decode(shown, self.errors)
            self.buffer = b""
            return text

        def reset(self):
            self.buffer = b""

        def getstate(self):
            return self.buffer, 0

        def setstate(self, state):
            self.buffer = state[0]

    class Writer(StreamWriter):
        encode = staticmethod(encode)
        decode = staticmethod(decode)

    class Reader(StreamReader):
        encode = staticmethod(encode)
        decode = staticmethod(decode)

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, shown)


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = encoding.lower().replace("-", "_").replace(" ", "_")
    if name not in _known:
        for search in _searches:
            found = search(name)
            if found is not None:
                _known[name] = found
                return found
        found = _make(name)
        if found is None:
            raise LookupError(f"unknown encoding: {encoding}")
        _known[name] = found
    return _known[name]


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding."""
    return lookup(encoding).decode(obj, errors)[0]


encode.__module__ = decode.__module__ = "_codecs"


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encoding iterator."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if out := encoder.encode(piece):
            yield out
    if out := encoder.encode("", True):
        yield out


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decoding iterator."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if out := decoder.decode(piece):
            yield out
    if out := decoder.decode(b"", True):
        yield out


def utf_8_encode(text, errors="strict"):
    return text.encode("utf-8", errors), len(text)


def utf_8_decode(data, errors="strict", final=False):
    return bytes(data).decode("utf-8", errors), len(data)


def latin_1_encode(text, errors="strict"):
    return text.encode("latin-1", errors), len(text)


def latin_1_decode(data, errors="strict"):
    return bytes(data).decode("latin-1", errors), len(data)


def ascii_encode(text, errors="strict"):
    return text.encode("ascii", errors), len(text)


def ascii_decode(data, errors="strict"):
    return bytes(data).decode("ascii", errors), len(data)


def escape_decode(data, errors="strict"):
    text, _ = unicode_escape_decode(data)
    return text.encode("latin-1"), len(data)


def charmap_build(table):
    return {ord(letter): place for place, letter in enumerate(table)}


def strict_errors(exception):
    raise exception


def ignore_errors(exception):
    return "", exception.end


def replace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    return ("?" if isinstance(exception, UnicodeEncodeError) else "\ufffd") * (exception.end - exception.start), exception.end


def _require_encoding(exception):
    if not isinstance(exception, UnicodeEncodeError):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def xmlcharrefreplace_errors(exception):
    _require_encoding(exception)
    return "".join(f"&#{ord(letter)};" for letter in exception.object[exception.start : exception.end]), exception.end


def backslashreplace_errors(exception):
    piece = exception.object[exception.start : exception.end]
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in piece), exception.end
    return unicode_escape_encode(piece)[0].decode("ascii"), exception.end


def namereplace_errors(exception):
    _require_encoding(exception)
    piece = exception.object[exception.start : exception.end]
    return piece.encode("ascii", "namereplace").decode("ascii"), exception.end


_handlers = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors, "namereplace": namereplace_errors,
}


def register_error(errors, handler, /):
    """Register the specified error handler under the name errors."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """Return the error handler for the specified error handling name."""
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def _by_codec(value, encoding, errors, verb, result):
    # What a str or bytes is given for an encoding that the machine itself does not know: what its codec makes of the value, and the complaint about
    # a codec that is not for text. None: there is no codec either.
    try:
        codec = lookup(encoding)
    except LookupError:
        return None
    if not getattr(codec, "_is_text_encoding", True):
        return None, f"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs"
    made = getattr(codec, verb)(value, errors)[0]
    if not isinstance(made, result):
        raise TypeError(f"'{encoding}' {verb}r returned '{type(made).__name__}' instead of '{result.__name__}'; use codecs.{verb}() to {verb} to arbitrary types")
    return made, None


def _encode_text(text, encoding, errors):
    name = _codec_name(encoding)
    if name is None:
        return _by_codec(text, encoding, errors, "encode", bytes)
    if errors not in _handlers:
        return None
    # A byte order mark stands once, whatever the pieces.
    begin = "".encode(encoding)
    plain = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, encoding)
    out = [begin]
    place = 0
    while True:
        try:
            out.append(text[place:].encode(plain))
            return b"".join(out), None
        except UnicodeEncodeError as found:
            problem = UnicodeEncodeError(found.encoding, text, found.start + place, found.end + place, found.reason)
        out.append(text[place : problem.start].encode(plain))
        answer = _handlers[errors](problem)
        if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], (str, bytes)) or not isinstance(answer[1], int):
            raise TypeError("encoding error handler must return (str/bytes, int) tuple")
        place = _handled_place(answer[1], len(text))
        if isinstance(answer[0], str):
            try:
                out.append(answer[0].encode(plain))
            except UnicodeEncodeError:
                raise problem from None
        else:
            out.append(answer[0])


def _decode_text(data, encoding, errors):
    if _codec_name(encoding) is None:
        return _by_codec(data, encoding, errors, "decode", str)
    if errors not in _handlers:
        return None
    out = []
    place = 0
    while True:
        try:
            out.append(data[place:].decode(encoding))
            return "".join(out), None
        except UnicodeDecodeError as found:
            problem = UnicodeDecodeError(found.encoding, data, found.start + place, found.end + place, found.reason)
        out.append(data[place : problem.start].decode(encoding))
        answer = _handlers[errors](problem)
        if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], str) or not isinstance(answer[1], int):
            raise TypeError("decoding error handler must return (str, int) tuple")
        data = problem.object
        place = _handled_place(answer[1], len(data))
        out.append(answer[0])


def _handled_place(place, size):
    at = place + size if place < 0 else place
    if not 0 <= at <= size:
        raise IndexError(f"position {at} from error handler out of bounds")
    return at


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open an encoded file."""
    if encoding is None:
        return _io.open(filename, mode)
    mode = mode.replace("b", "").replace("t", "")
    return _io.open(filename, mode, encoding=encoding, errors=errors, newline="")


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A stream that is read and written in one encoding and stored in another."""
    return StreamReaderWriter(file, getreader(file_encoding or data_encoding), getwriter(file_encoding or data_encoding), errors)
