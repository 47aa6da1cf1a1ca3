"""Packed binary data: formats, sizes, alignment; the bits of floats come from built-in functions."""
from operator import index as _index
from sys import maxsize as _maxsize

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"

# Letter: size in bytes and alignment, native and standard (0: not in standard mode).
_native = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8, "P": 8, "e": 2,
    "f": 4, "d": 8, "s": 1, "p": 1,
}
_standard = {**_native, "l": 4, "L": 4}
for _letter in "nNP":
    del _standard[_letter]
del _letter

_cache = {}


def _parse(format):
    """(items, size): items are (letter, count, size, offset); s and p have one item whatever their count."""
    if isinstance(format, str):
        text = format
        if not text.isascii():
            text.encode("ascii")
    elif isinstance(format, (bytes, bytearray)):
        text = bytes(format).decode("latin-1")
    else:
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    native = True
    order = "little"
    sizes = _native
    at = 0
    if text[:1] in ("@", "=", "<", ">", "!"):
        mark = text[0]
        at = 1
        if mark != "@":
            native = False
            sizes = _standard
            if mark in ">!":
                order = "big"
    items = []
    size = 0
    end = len(text)
    while at < end:
        char = text[at]
        if char.isspace():
            at += 1
            continue
        count = 1
        if char.isdigit():
            start = at
            while at < end and text[at].isdigit():
                at += 1
            if at == end:
                raise error("repeat count given without format specifier")
            count = int(text[start:at])
            char = text[at]
        at += 1
        width = sizes.get(char)
        if width is None:
            if char == "\0":
                raise error("embedded null character")
            raise error("bad char in struct format")
        if native and char not in "xsp":
            size = (size + width - 1) // width * width
        if size + width * count > _maxsize:
            raise error("total struct size too long")
        if char == "x":
            size += count
        elif char in "sp":
            items.append((char, count, count, size))
            size += count
        else:
            for _ in range(count):
                items.append((char, 1, width, size))
                size += width
    return items, size, order, text, native


def _integer(value, letter, width):
    try:
        number = value.__index__()
    except AttributeError:
        raise error("required argument is not an integer") from None
    signed = letter in "bhilqn"
    low = -(1 << 8 * width - 1) if signed else 0
    high = (1 << 8 * width - 1) - 1 if signed else (1 << 8 * width) - 1
    if letter == "P":
        if not -(1 << 63) <= number <= high:
            raise error("int too large to convert")
    elif not low <= number <= high:
        raise error(f"'{letter}' format requires {low} <= number <= {high}")
    return number & (1 << 8 * width) - 1


def _bytes_of(item, value, order, native):
    letter, count, width, _ = item
    if letter == "?":
        return b"\1" if value else b"\0"
    if letter == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if letter in "sp":
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{letter}' must be a bytes object")
        if letter == "s":
            return bytes(value[:count]).ljust(count, b"\0")
        if count == 0:
            return b""
        used = min(len(value), count - 1)
        return bytes([min(used, 255)]) + bytes(value[:used]).ljust(count - 1, b"\0")
    if letter in "efd":
        if not isinstance(value, (int, float)) and not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise error("required argument is not a float")
        if letter == "f" and native:
            return _float_bits(value, 4, True).to_bytes(4, order)
        return _float_bits(value, width).to_bytes(width, order)
    return _integer(value, letter, width).to_bytes(width, order)


class Struct:
    """A compiled format."""

    def __init__(self, format):
        self._items, self.size, self._order, self.format, self._native = _parse(format)

    def __repr__(self):
        return f"{type(self).__name__}({self.format!r})"

    def __sizeof__(self):
        # One code for each letter but x, whatever its count, and one that ends them.
        text = self.format
        return 40 + 32 * (1 + sum(1 for letter in text if (letter.isalpha() or letter == "?") and letter != "x"))

    def _packed(self, values, what, skip=0):
        items = self._items
        if len(values) != len(items):
            raise error(f"{what} expected {len(items)} items for packing (got {len(values)})")
        data = bytearray(self.size)
        for item, value in zip(items, values):
            offset = item[3]
            data[offset : offset + item[2]] = _bytes_of(item, value, self._order, self._native)
        return data

    def pack(self, *values):
        """The values as bytes."""
        return bytes(self._packed(values, "pack"))

    def pack_into(self, buffer, offset, *values):
        """Write the values into a buffer at an offset."""
        if len(values) != len(self._items):
            raise error(f"pack_into expected {len(self._items)} items for packing (got {len(values)})")
        length = len(memoryview(buffer).cast("B"))
        offset = _index(offset)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f"no space to pack {self.size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self.size:
            needed = self.size + offset
            raise error(
                f"pack_into requires a buffer of at least {needed} bytes for packing {self.size} bytes at offset {offset} "
                f"(actual buffer size is {length})"
            )
        memoryview(buffer).cast("B")[offset : offset + self.size] = self._packed(values, "pack_into")

    def _values(self, data, start):
        result = []
        order = self._order
        for letter, count, width, offset in self._items:
            at = start + offset
            piece = bytes(data[at : at + width])
            if letter == "s" or letter == "c":
                result.append(piece)
            elif letter == "p":
                used = min(piece[0], count - 1) if count else 0
                result.append(piece[1 : 1 + used])
            elif letter == "?":
                result.append(piece != b"\0")
            elif letter in "efd":
                result.append(_bits_float(int.from_bytes(piece, order), width))
            else:
                result.append(int.from_bytes(piece, order, signed=letter in "bhilqn"))
        return tuple(result)

    def unpack(self, buffer):
        """The values in a buffer of exactly this size."""
        data = memoryview(buffer).cast("B")
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._values(data, 0)

    def unpack_from(self, buffer, offset=0):
        """The values in a buffer from an offset on."""
        data = memoryview(buffer).cast("B")
        length = len(data)
        offset = _index(offset)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f"not enough data to unpack {self.size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self.size:
            raise error(
                f"unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking {self.size} bytes at offset {offset} "
                f"(actual buffer size is {length})"
            )
        return self._values(data, offset)

    def iter_unpack(self, buffer):
        """An iterator of the values of each record in a buffer."""
        data = memoryview(buffer).cast("B")
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return unpack_iterator(self, data)


class unpack_iterator:
    """What iter_unpack returns."""

    def __init__(self, struct, data):
        self._struct = struct
        self._data = data
        self._places = iter(range(0, len(data), struct.size))

    def __iter__(self):
        return self

    def __next__(self):
        return self._struct._values(self._data, next(self._places))

    def __length_hint__(self):
        return self._places.__length_hint__()


Struct.__module__ = unpack_iterator.__module__ = "_struct"


def _compiled(format):
    made = _cache.get(format)
    if made is None:
        if len(_cache) >= 100:
            _cache.clear()
        made = _cache[format] = Struct(format)
    return made


def calcsize(format):
    """The size in bytes of what a format describes."""
    return _compiled(format).size


def pack(format, *values):
    """The values as bytes, as the format says."""
    return _compiled(format).pack(*values)


def pack_into(format, buffer, offset, *values):
    """Write the values into a buffer at an offset."""
    _compiled(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    """The values in a buffer."""
    return _compiled(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values in a buffer from an offset on."""
    return _compiled(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """An iterator of the values of each record in a buffer."""
    return _compiled(format).iter_unpack(buffer)


def _clearcache():
    _cache.clear()
