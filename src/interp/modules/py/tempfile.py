"""Files and folders for a while, in memory like all files."""
import os
import shutil
from io import BytesIO, StringIO, TextIOWrapper, open as _open
from random import Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "gettempprefix", "tempdir",
           "gettempdir", "gettempprefixb", "gettempdirb", "TMP_MAX"]

tempdir = None
TMP_MAX = 10000
_names = Random(11)


def gettempdir():
    return tempdir or "/tmp"


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return "tmp"


def gettempprefixb():
    return b"tmp"


def _fresh(suffix, prefix, dir):
    while True:
        name = "".join(_names.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        path = os.path.join(dir or gettempdir(), f"{'tmp' if prefix is None else prefix}{name}{suffix or ''}")
        if not os.path.exists(path):
            return path


def mktemp(suffix="", prefix="tmp", dir=None):
    return _fresh(suffix, prefix, dir)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _fresh(suffix, prefix, dir)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _fresh(suffix, prefix, dir)
    os.mkdir(path)
    return path


class _TemporaryFileWrapper:
    """A file that is deleted when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._on_close = delete_on_close

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
        if self.delete and os.path.exists(self.name):
            os.unlink(self.name)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and self._on_close and os.path.exists(self.name):
                os.unlink(self.name)

    def __iter__(self):
        return iter(self.file)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    path = _fresh(suffix, prefix, dir)
    return _TemporaryFileWrapper(_open(path, mode, buffering, encoding, errors, newline), path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    path = _fresh(suffix, prefix, dir)
    file = _open(path, mode, buffering, encoding, errors, newline)
    os.unlink(path)
    return file


class SpooledTemporaryFile:
    """A file that is in memory anyway."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = BytesIO() if "b" in mode else TextIOWrapper(BytesIO(), encoding or "utf-8", errors, newline)
        self._rolled = False
        self._max_size = max_size

    def rollover(self):
        self._rolled = True

    def write(self, s):
        result = self._file.write(s)
        if self._max_size and self._file.tell() > self._max_size:
            self._rolled = True
        return result

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """A folder that is deleted with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self._delete = delete
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name)
