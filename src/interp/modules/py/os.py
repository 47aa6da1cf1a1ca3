"""The operating system, as far as there is one: files in memory (see _files), paths, and an environment that starts the same each time."""
import _files
import abc as _abc
import errno as _errno
import posixpath as path
import stat as _st
import sys
import time as _time
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
from types import GenericAlias as _GenericAlias

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
supports_follow_symlinks = supports_fd = supports_dir_fd = supports_effective_ids = frozenset()


def fspath(path):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    if not hasattr(kind, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}")
    text = kind.__fspath__(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(text).__name__}")
    return text


class PathLike(_abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    __slots__ = ()

    @_abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return True if any("__fspath__" in base.__dict__ for base in subclass.__mro__) else NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(dict):
    """The environment: text by name."""

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        return dict.__getitem__(self, self._check(key))

    def __setitem__(self, key, value):
        dict.__setitem__(self, self._check(key), self._check(value))

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def copy(self):
        return dict(self)

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"


environ = _Environ()
environ.update({"HOME": "/home/user", "LANG": "C.UTF-8", "PATH": "/usr/bin", "PYTHONHASHSEED": "0", "USER": "user"})


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


def putenv(name, value, /):
    # As in CPython, os.environ does not hear of it.
    if not isinstance(name, (str, bytes)) or not isinstance(value, (str, bytes)):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(value if isinstance(name, (str, bytes)) else name).__name__}")


def unsetenv(name, /):
    environ.pop(name, None)


def getcwd():
    """Return a unicode string representing the current working directory."""
    return _files.CURRENT


def getcwdb():
    return _files.CURRENT.encode()


def chdir(path):
    if type(_files.demand(path)) is not _files.Folder:
        _files.fail(_errno.ENOTDIR, path)
    _files.CURRENT = "/" + "/".join(_files.absolute(path))


def listdir(path="."):
    """The names in a folder, in the order in which they were made."""
    node = _files.demand(path)
    if type(node) is not _files.Folder:
        _files.fail(_errno.ENOTDIR, path)
    names = list(node.entries)
    return [entry.encode() for entry in names] if isinstance(path, bytes) else names


def mkdir(path, mode=0o777, *, dir_fd=None):
    if _files.find(path, follow=False) is not None:
        _files.fail(_errno.EEXIST, path)
    folder, last = _files.parent_of(path)
    folder.entries[last] = _files.Folder()
    folder.changed = _time.time()


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    node = _files.demand(path)
    if type(node) is not _files.Folder:
        _files.fail(_errno.ENOTDIR, path)
    if node.entries:
        _files.fail(_errno.ENOTEMPTY, path)
    folder, last = _files.parent_of(path)
    del folder.entries[last]


def removedirs(name):
    rmdir(name)
    head = path.dirname(name.rstrip("/"))
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def remove(path, *, dir_fd=None):
    node = _files.find(path, follow=False)
    if node is None:
        _files.demand(path)
    if type(node) is _files.Folder:
        _files.fail(_errno.EISDIR, path)
    folder, last = _files.parent_of(path)
    if last not in folder.entries:
        _files.fail(_errno.EACCES, path)
    del folder.entries[last]


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    node = _files.find(src, follow=False)
    if node is None:
        _files.fail(_errno.ENOENT, src, dst)
    there = _files.find(dst, follow=False)
    if type(there) is _files.Folder:
        if type(node) is not _files.Folder:
            _files.fail(_errno.EISDIR, src, dst)
        if there.entries:
            _files.fail(_errno.ENOTEMPTY, src, dst)
    elif there is not None and type(node) is _files.Folder:
        _files.fail(_errno.ENOTDIR, src, dst)
    target, last = _files.parent_of(dst)
    folder, first = _files.parent_of(src)
    folder.entries.pop(first, None)
    target.entries[last] = node


replace = rename


def renames(old, new):
    head = path.dirname(new)
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    if _files.find(dst, follow=False) is not None:
        _files.fail(_errno.EEXIST, src, dst)
    folder, last = _files.parent_of(dst)
    folder.entries[last] = _files.Link(fsdecode(src))


def link(src, dst, **_options):
    node = _files.demand(src)
    if _files.find(dst, follow=False) is not None:
        _files.fail(_errno.EEXIST, src, dst)
    folder, last = _files.parent_of(dst)
    folder.entries[last] = node


def readlink(path, *, dir_fd=None):
    node = _files.find(path, follow=False)
    if node is None:
        _files.fail(_errno.ENOENT, path)
    if type(node) is not _files.Link:
        _files.fail(_errno.EINVAL, path)
    return node.target


class _Named(tuple):
    """A tuple whose items have names, as structures of the system are."""

    def __init_subclass__(cls):
        for place, name in enumerate(cls._names):
            setattr(cls, name, property(lambda self, place=place: self[place]))

    def __getattr__(self, name):
        raise AttributeError(f"'{self._title}' object has no attribute '{name}'")

    def __repr__(self):
        return f"{self._title}({', '.join(f'{name}={value!r}' for name, value in zip(self._names, self))})"


class stat_result(_Named):
    """What the system knows of a file."""

    _title = "os.stat_result"
    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")
    n_fields = n_sequence_fields = 10

    def __getattr__(self, name):
        if name.endswith("time_ns") and name[:-3] in self._names:
            return int(getattr(self, name[:-3]) * 1000000000)
        return super().__getattr__(name)


def _stat_of(node):
    size = len(node.data) if type(node) is _files.File else len(node.target) if type(node) is _files.Link else 4096
    return stat_result((node.mode, node.number, 1, 1, 1000, 1000, size, node.changed, node.changed, node.changed))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    if follow_symlinks:
        return _stat_of(_files.demand(path))
    node = _files.find(path, follow=False)
    return _stat_of(_files.demand(path) if node is None else node)


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def _stream_of(fd):
    try:
        return _files.descriptors[fd]
    except KeyError:
        _files.fail(_errno.EBADF)


def fstat(fd):
    return _stat_of(_stream_of(fd)._node)


def access(path, mode, **_options):
    return _files.find(path) is not None


def chmod(path, mode, **_options):
    node = _files.demand(path)
    _files.keep(path, node)
    node.mode = _st.S_IFMT(node.mode) | mode


def utime(path, times=None, *, ns=None, **_options):
    node = _files.demand(path)
    node.changed = _time.time() if times is None and ns is None else times[1] if times else ns[1] / 1e9


def truncate(path, length):
    data = _files.open_file(path, "r+").data
    if len(data) > length:
        del data[length:]
    else:
        data.extend(bytes(length - len(data)))


class DirEntry:
    """An entry of a folder."""

    def __init__(self, folder, entry):
        self.name = entry
        self.path = path.join(folder, entry)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        return path.islink(self.path)

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return self.stat().st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    folder = fspath(path)
    return _Scan([DirEntry(folder, entry) for entry in listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders = [entry for entry in entries if path.isdir(path.join(top, entry))]
    files = [entry for entry in entries if entry not in folders]
    if topdown:
        yield top, folders, files
    for entry in folders:
        inner = path.join(top, entry)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file by flags and return its descriptor."""
    import io
    if flags & O_CREAT:
        kind = "x" if flags & O_EXCL and _files.find(path) is not None else "w" if flags & O_TRUNC or _files.find(path) is None else "r+"
    else:
        kind = "w" if flags & O_TRUNC and _files.demand(path) else "r+" if flags & 3 else "r"
    stream = io.FileIO(path, {"x": "xb+", "w": "wb+", "r+": "rb+", "r": "rb"}[kind])
    if flags & O_APPEND:
        stream.seek(0, 2)
    number = stream.fileno()
    stream._by_descriptor = True
    return number


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def read(fd, length, /):
    if fd == 0:
        return sys.stdin.read(length).encode()
    return _stream_of(fd).read(length)


def write(fd, data, /):
    if fd in (1, 2):
        (sys.stdout if fd == 1 else sys.stderr).write(bytes(data).decode("utf-8", "replace"))
        return len(data)
    return _stream_of(fd).write(data)


def lseek(fd, position, whence, /):
    return _stream_of(fd).seek(position, whence)


def close(fd):
    _stream_of(fd).close()


def ftruncate(fd, length, /):
    _stream_of(fd).truncate(length)


def fsync(fd):
    """Nothing to do: there is no disk."""


def isatty(fd, /):
    return False


def urandom(size, /):
    """Bytes of a stream that is the same in each run."""
    import random
    global _stream
    if _stream is None:
        _stream = random.Random(20)
    return _stream.randbytes(size)


_stream = None
getrandom = urandom


def cpu_count():
    return 1


process_cpu_count = cpu_count


def getpid():
    return 4242


def getppid():
    return 4241


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def umask(mask, /):
    return 0o022


def strerror(code, /):
    return _files._MESSAGES.get(code, f"Unknown error {code}")


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


class terminal_size(_Named):
    """Columns and lines of a terminal."""

    _title = "os.terminal_size"
    _names = ("columns", "lines")


class uname_result(_Named):
    _title = "posix.uname_result"
    _names = ("sysname", "nodename", "release", "version", "machine")


def uname():
    return uname_result(("Linux", "heaplab", "0", "0", "x86_64"))


class times_result(_Named):
    _title = "posix.times_result"
    _names = ("user", "system", "children_user", "children_system", "elapsed")


def times():
    now = _time.perf_counter()
    return times_result((now, 0.0, 0.0, 0.0, now))


def getloadavg():
    return (0.0, 0.0, 0.0)


def _exit(status):
    """End the program without what is done at the end."""
    sys.stdout.flush()
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


def _refuse(what):
    def refuse(*args, **kwargs):
        raise OSError(_errno.EPERM, f"heaplab runs no other processes: os.{what}")
    refuse.__name__ = refuse.__qualname__ = what
    return refuse


system, popen, fork, execv, kill, wait, waitpid, spawnv = map(_refuse, "system popen fork execv kill wait waitpid spawnv".split())


def get_exec_path(env=None):
    return environ.get("PATH", defpath).split(":")


def device_encoding(fd):
    return None
