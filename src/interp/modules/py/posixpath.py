"""Paths as text, with slashes."""
import _files
import stat as _stat

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize", "getmtime", "getatime",
    "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
    "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath",
    "commonpath", "isjunction", "isreserved",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def _marks(path):
    # The slash, the dot and the double dot in the path's own type.
    return (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")


def normcase(s):
    """Nothing: case matters."""
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_marks(s)[0])


def join(a, /, *p):
    """Join two or more pathname components; an absolute one throws away what came before."""
    path = a = _fspath(a)
    slash = _marks(a)[0]
    for each in p:
        if not isinstance(each, (str, bytes)) and not hasattr(type(each), "__fspath__"):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(each).__name__!r}")
        each = _fspath(each)
        if isinstance(each, bytes) != isinstance(a, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if each.startswith(slash) or not path:
            path = each
        elif path.endswith(slash):
            path += each
        else:
            path += slash + each
    return path


def split(p):
    """The path in front of the last slash, and what comes after it."""
    p = _fspath(p)
    slash = _marks(p)[0]
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """The path, and its ending with the dot."""
    p = _fspath(p)
    slash, dot, _ = _marks(p)
    start = p.rfind(slash) + 1
    place = p.rfind(dot)
    if place > start and p[start:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    p = _fspath(p)
    slash = _marks(p)[0]
    none = p[:0]
    if not p.startswith(slash):
        return none, none, p
    if p.startswith(slash * 2) and not p.startswith(slash * 3):
        return none, p[:2], p[2:]
    return none, slash, p[1:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    """The longest text that all paths begin with, letter by letter."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    first, last = min(m), max(m)
    for place, letter in enumerate(first):
        if letter != last[place]:
            return first[:place]
    return first


def normpath(path):
    """The path without doubled slashes, `.` and what `..` takes back."""
    path = _fspath(path)
    slash, dot, dots = _marks(path)
    if not path:
        return dot
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        here = _files.CURRENT
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = abspath(filename)
    if isinstance(path, bytes):
        return path
    done = "/"
    parts = path.split("/")[1:]
    count = 0
    while parts:
        part = parts.pop(0)
        if not part:
            continue
        here = join(done, part)
        node = _files.find(here, follow=False)
        if strict and node is None:
            _files.demand(here)
        if type(node) is _files.Link:
            count += 1
            if count > 40:
                return here
            target = normpath(join(done, node.target))
            parts = target.split("/")[1:] + parts
            done = "/"
        else:
            done = here
    return done


def relpath(path, start=None):
    """The path as seen from `start`."""
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots = _marks(path)
    start = dot if start is None else _fspath(start)
    base = [part for part in abspath(start).split(slash) if part]
    parts = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([base, parts]))
    found = [dots] * (len(base) - same) + parts[same:]
    return join(*found) if found else dot


def commonpath(paths):
    """The longest path that all of them lie under."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot, _ = _marks(paths[0])
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components")
    if len({path.startswith(slash) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    first, last = min(split_paths), max(split_paths)
    common = first
    for place, part in enumerate(first):
        if place >= len(last) or part != last[place]:
            common = first[:place]
            break
    return (slash if paths[0].startswith(slash) else slash[:0]) + slash.join(common)


def expanduser(path):
    path = _fspath(path)
    home = b"/home/user" if isinstance(path, bytes) else "/home/user"
    tilde = b"~" if isinstance(path, bytes) else "~"
    if path == tilde or path.startswith(tilde + _marks(path)[0]):
        return home + path[1:]
    return path


def expandvars(path):
    """$name and ${name} by the environment; unknown ones stay."""
    import os
    import re
    path = _fspath(path)

    def value(match):
        return os.environ.get(match[1] or match[2], match[0])

    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, path)


def exists(path):
    try:
        return path in (0, 1, 2) if isinstance(path, int) else _files.find(path) is not None
    except (OSError, ValueError):
        return False


def lexists(path):
    return _files.find(path, follow=False) is not None


def _mode(path, follow=True):
    try:
        node = _files.find(path, follow)
    except (OSError, ValueError):
        return 0
    return 0 if node is None else node.mode


def isdir(s):
    return _stat.S_ISDIR(_mode(s))


def isfile(path):
    return _stat.S_ISREG(_mode(path))


def islink(path):
    return _stat.S_ISLNK(_mode(path, False))


def ismount(path):
    return _files.find(path) is _files.root


def isjunction(path):
    _fspath(path)
    return False


def isreserved(path):
    return False


def getsize(filename):
    import os
    return os.stat(filename).st_size


def getmtime(filename):
    import os
    return os.stat(filename).st_mtime


getatime = getmtime
getctime = getmtime


def samefile(f1, f2):
    return _files.demand(f1) is _files.demand(f2)


def sameopenfile(fp1, fp2):
    return fp1 == fp2


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino
