"""Compression in the zlib and gzip formats, and checksums."""
import _digest

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4
Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED, Z_DEFAULT_STRATEGY = 1, 2, 3, 4, 0
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"


class error(Exception):
    pass


error.__module__ = "zlib"


def _bytes(data):
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def crc32(data, value=0, /):
    """Compute a CRC-32 checksum of data."""
    return _digest.crc32(_bytes(data), value & 0xFFFFFFFF)


def adler32(data, value=1, /):
    """Compute an Adler-32 checksum of data."""
    return _digest.adler32(_bytes(data), value & 0xFFFFFFFF)


def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    """Returns a bytes object containing compressed data."""
    data = _bytes(data)
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    return _digest.deflate(data, level, wbits)


def _inflate(data, wbits):
    """What the data hold, and how many of their bytes that takes."""
    head = tail = 0
    if wbits > 15 and data[:2] == b"\x1f\x8b":
        head, tail = _gzip_head(data), 8
        wbits = -15
    result = _digest.inflate(data[head:], wbits < 0)
    if isinstance(result, str):
        if "unexpected end" in result:
            raise error("Error -5 while decompressing data: incomplete or truncated stream")
        raise error(f"Error -3 while decompressing data: {result}")
    text, used = result
    if len(data) < head + used + tail:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return text, head + used + tail


def _gzip_head(data):
    flags = data[3]
    place = 10
    if flags & 4:
        place += 2 + int.from_bytes(data[place : place + 2], "little")
    for bit in (8, 16):
        if flags & bit:
            place = data.index(b"\0", place) + 1
    if flags & 2:
        place += 2
    return place


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    """Returns a bytes object containing the uncompressed data."""
    return _inflate(bytes(_bytes(data)), wbits)[0]


class _Compress:
    def __init__(self, level, wbits):
        self._level, self._wbits = level, wbits
        self._data = bytearray()

    def compress(self, data, /):
        self._data += data
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        return compress(self._data, self._level, self._wbits)

    def copy(self):
        twin = _Compress(self._level, self._wbits)
        twin._data += self._data
        return twin


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = bytearray()
        self.eof = False
        self.unused_data = b""
        self.unconsumed_tail = b""

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        if self.eof:
            self.unused_data += bytes(data)
            return b""
        self._data += data
        try:
            text, used = _inflate(bytes(self._data), self._wbits)
        except error as problem:
            if "incomplete" in str(problem):
                return b""
            raise
        self.unused_data = bytes(self._data[used:])
        self._data.clear()
        self.eof = True
        return text

    def flush(self, length=DEF_BUF_SIZE, /):
        return b""


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=0, zdict=None):
    """Return a compressor object."""
    return _Compress(level, wbits)


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    """Return a decompressor object."""
    return _Decompress(wbits)
