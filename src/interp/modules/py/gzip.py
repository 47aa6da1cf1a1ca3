"""Data in the gzip format."""
import builtins
import io
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def compress(data, compresslevel=9, *, mtime=None):
    """Compress data in one shot and return the compressed string."""
    body = zlib.compress(data, compresslevel, -15)
    seconds = int(mtime) if mtime is not None else 0
    extra = 2 if compresslevel == 9 else 4 if compresslevel == 1 else 0
    head = b"\x1f\x8b\x08\x00" + seconds.to_bytes(4, "little") + bytes((extra, 255))
    return head + body + zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")


def decompress(data):
    """Decompress a gzip compressed string in one shot."""
    parts = []
    rest = bytes(data)
    while rest:
        if rest[:2] != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({rest[:2]!r})")
        reader = zlib.decompressobj(-zlib.MAX_WBITS)
        part = reader.decompress(rest[zlib._gzip_head(rest) :])
        check = reader.unused_data[:8]
        if not reader.eof or len(check) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        if int.from_bytes(check[:4], "little") != zlib.crc32(part):
            raise BadGzipFile("CRC check failed")
        if int.from_bytes(check[4:], "little") != len(part) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(part)
        # Members may follow one another, with zeros between them.
        rest = reader.unused_data[8:].lstrip(b"\0")
    return b"".join(parts)


class GzipFile(io.BytesIO):
    """A file whose content is compressed."""

    def __init__(self, filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
        self._target = fileobj if fileobj is not None else builtins.open(filename, mode.replace("b", "").replace("t", "") + "b")
        self._own = fileobj is None
        self._compressing = mode[0] in "wax"
        self._level, self._mtime = compresslevel, mtime
        self.name = filename or getattr(fileobj, "name", "")
        super().__init__(b"" if self._compressing else decompress(self._target.read()))

    def close(self):
        if not self.closed:
            if self._compressing:
                self._target.write(compress(self.getvalue(), self._level, mtime=self._mtime))
            super().close()
            if self._own:
                self._target.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    path, stream = (None, filename) if hasattr(filename, "read") or hasattr(filename, "write") else (filename, None)
    binary = GzipFile(path, mode.replace("t", ""), compresslevel, stream)
    return io.TextIOWrapper(binary, encoding, errors, newline) if "t" in mode else binary
