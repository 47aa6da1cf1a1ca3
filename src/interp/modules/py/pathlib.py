"""Paths as objects, over the files in memory."""
import fnmatch
import glob as _glob
import io
import os
import posixpath
import re
import stat as _stat
from collections.abc import Sequence
from types import GenericAlias

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    """An exception that is raised when an unsupported operation is attempted."""


class _Parents(Sequence):
    """The paths above a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._drive_root = path._anchor_parts()
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return tuple(self[index] for index in range(*place.indices(len(self))))
        if place >= len(self) or place < -len(self):
            raise IndexError(place)
        if place < 0:
            place += len(self)
        return self._path._made(*self._drive_root, self._tail[: -place - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that is only looked at."""

    _windows = False

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg) if arg._windows == self._windows else arg.as_posix())
            else:
                try:
                    text = os.fspath(arg)
                except TypeError:
                    text = arg
                if not isinstance(text, str):
                    raise TypeError(
                        "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                        f"not {type(text).__name__!r}"
                    )
                texts.append(text)
        self._parse(texts)

    def _parse(self, texts):
        drive = root = ""
        tail = []
        for text in texts:
            if self._windows:
                text = text.replace("/", "\\")
                match = re.match(r"(?:(\\\\[^\\]+\\[^\\]+)|([A-Za-z]:))?(\\*)(.*)", text, re.S)
                new_drive, new_root, rest = match[1] or match[2] or "", match[3][:1], match[4]
                if match[1]:
                    new_root = "\\"
                if new_drive or new_root:
                    if new_root or new_drive.lower() != drive.lower():
                        tail = []
                        root = new_root
                    drive = new_drive or drive
                tail += [part for part in rest.split("\\") if part and part != "."]
            else:
                if text.startswith("/"):
                    root = "//" if text.startswith("//") and not text.startswith("///") else "/"
                    tail = []
                tail += [part for part in text.split("/") if part and part != "."]
        self._drive, self._root, self._tail = drive, root, tail

    def _anchor_parts(self):
        return self._drive, self._root

    def _made(self, drive, root, tail):
        path = object.__new__(type(self))
        path._drive, path._root, path._tail = drive, root, list(tail)
        return path

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        return (self._drive + self._root + ("\\" if self._windows else "/").join(self._tail)) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace("\\", "/") if self._windows else str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return ("file:///" if self._windows else "file://") + quote(self.as_posix(), safe="/:" if self._windows else "/")

    def _key(self):
        text = str(self)
        return text.lower() if self._windows else text

    def _order(self):
        parts = [self._drive + self._root, *self._tail] if self._drive or self._root else self._tail
        return [part.lower() for part in parts] if self._windows else list(parts)

    def __eq__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return self._order() < other._order()

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return self._order() <= other._order()

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return self._order() > other._order()

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._windows != other._windows:
            return NotImplemented
        return self._order() >= other._order()

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    drive = property(lambda self: self._drive)
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._drive + self._root)

    @property
    def parts(self):
        return ((self.anchor,) if self.anchor else ()) + tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        place = name.rfind(".")
        return name[place:] if 0 < place < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        place = name.rfind(".")
        return name[:place] if 0 < place < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._drive, self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        separators = "/\\:" if self._windows else "/"
        if not name or name == "." or any(mark in name for mark in separators):
            raise ValueError(f"Invalid name {name!r}")
        if not self._tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(self._drive, self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def is_absolute(self):
        return bool(self._root) and (bool(self._drive) or not self._windows)

    def is_reserved(self):
        return False

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self.with_segments(other, *_deprecated)
        steps = 0
        above = other
        while True:
            if self == above or above in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if above.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            if above == above.parent:
                raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
            above = above.parent
            steps += 1
        return self._made("", "", [".."] * steps + self._tail[len(above._tail) :])

    def is_relative_to(self, other, /, *_deprecated):
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def full_match(self, pattern, *, case_sensitive=None):
        parts = list(self.with_segments(pattern)._order())
        return _match_all(list(self._order()), parts)

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        own, wanted = self._order(), pattern._order()
        if len(own) < len(wanted) or pattern.anchor and len(own) != len(wanted):
            return False
        return all(fnmatch.fnmatchcase(part, "*" if each == "**" else each) for part, each in zip(reversed(own), reversed(wanted)))

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


def _match_all(parts, wanted):
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_match_all(parts[place:], wanted[1:]) for place in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], wanted[0]) and _match_all(parts[1:], wanted[1:])


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path with slashes."""


class PureWindowsPath(PurePath):
    """A path with backslashes and drives."""

    _windows = True


class Path(PurePath):
    """A path of a file."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_socket(self):
        return False

    is_fifo = is_block_device = is_char_device = is_junction = is_socket

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def iterdir(self):
        names = os.listdir(self)
        return (self / name for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        pattern = os.fspath(pattern)
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for found in _glob.iglob(pattern, root_dir=str(self), recursive=True, include_hidden=True):
            path = self / found
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob(posixpath.join("**", os.fspath(pattern)))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(folder), folders, files

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            os.utime(self)
        else:
            self.open("x").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    replace = rename

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def expanduser(self):
        return self.with_segments(os.path.expanduser(str(self)))

    def owner(self):
        return "user"

    group = owner


class PosixPath(Path, PurePosixPath):
    """A path of a file, with slashes."""


class WindowsPath(Path, PureWindowsPath):
    """A path of a file on another system."""

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")


for _class in (UnsupportedOperation, PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath):
    _class.__module__ = "pathlib._local" if _class is not UnsupportedOperation else "pathlib._abc"
