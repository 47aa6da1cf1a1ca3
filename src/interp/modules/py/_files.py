"""Files in memory: what a program writes it can read again, and nothing of it reaches the host.

A program begins in an empty folder of its own. Text files that lie beside it on the host can be read, not changed: a change makes a copy in memory. All errors
are those of the operating system, by number.
"""
import errno
import time

CURRENT = "/home/user"


class File:
    __slots__ = ("data", "mode", "changed", "number")

    def __init__(self, data=b""):
        self.data = bytearray(data)
        self.mode = 0o100644
        self.changed = time.time()
        self.number = _next_number()


class Folder:
    __slots__ = ("entries", "mode", "changed", "number")

    def __init__(self):
        self.entries = {}
        self.mode = 0o040755
        self.changed = time.time()
        self.number = _next_number()


class Link:
    __slots__ = ("target", "mode", "changed", "number")

    def __init__(self, target):
        self.target = target
        self.mode = 0o120777
        self.changed = time.time()
        self.number = _next_number()


_number = 1000


def _next_number():
    global _number
    _number += 1
    return _number


_MESSAGES = {
    errno.ENOENT: "No such file or directory", errno.EEXIST: "File exists", errno.ENOTDIR: "Not a directory", errno.EISDIR: "Is a directory",
    errno.ENOTEMPTY: "Directory not empty", errno.EINVAL: "Invalid argument", errno.EBADF: "Bad file descriptor", errno.ELOOP: "Too many levels of symbolic links",
    errno.EXDEV: "Invalid cross-device link", errno.EPERM: "Operation not permitted", errno.EACCES: "Permission denied",
}


def fail(number, *names):
    # An error names a path object by its path.
    names = [name.__fspath__() if hasattr(type(name), "__fspath__") else name for name in names]
    if len(names) == 2:
        raise OSError(number, _MESSAGES[number], names[0], None, names[1])
    raise OSError(number, _MESSAGES[number], *names)


def text_of(path):
    """A path as text."""
    if isinstance(path, str):
        text = path
    elif isinstance(path, (bytes, bytearray)):
        text = bytes(path).decode("utf-8", "surrogateescape")
    elif hasattr(type(path), "__fspath__"):
        return text_of(path.__fspath__())
    else:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    if "\0" in text:
        raise ValueError("embedded null byte")
    return text


def absolute(path):
    """The parts of a path from the root on; `..` is taken back."""
    text = text_of(path)
    if not text.startswith("/"):
        text = CURRENT + "/" + text
    parts = []
    for part in text.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part and part != ".":
            parts.append(part)
    if PROGRAM and parts[:len(PROGRAM)] == PROGRAM:
        parts[:len(PROGRAM)] = HOME
    return parts


# The folder that the program's file lies in is the one the program begins in.
HOME = [part for part in CURRENT.split("/") if part]
PROGRAM = [part for part in _program_folder().split("/") if part]


root = Folder()


def _from_host(parts):
    # A text file beside the program.
    if len(parts) <= len(HOME) or parts[:len(HOME)] != HOME:
        return None
    text = _neighbour("/".join(parts[len(HOME):]))
    return None if text is None else File(text.encode())


def find(path, follow=True, depth=0):
    """The file or folder at a path, or None."""
    if text_of(path) == "":
        return None
    return _walk(absolute(path), follow, depth)


def _walk(parts, follow, depth):
    if depth > 40:
        fail(errno.ELOOP, "/" + "/".join(parts))
    node = root
    for place, part in enumerate(parts):
        if type(node) is not Folder:
            return None
        inner = node.entries.get(part)
        if inner is None:
            return _from_host(parts)
        if type(inner) is Link and (follow or place < len(parts) - 1):
            target = inner.target if inner.target.startswith("/") else "/" + "/".join(parts[:place]) + "/" + inner.target
            inner = _walk(absolute(target), True, depth + 1)
            if inner is None:
                return None
        node = inner
    return node


def demand(path, shown=None):
    """The file or folder at a path; OSError when there is none."""
    node = find(path)
    if node is None:
        shown = path if shown is None else shown
        parts = absolute(path)
        for count in range(1, len(parts)):
            inner = _walk(parts[:count], True, 0)
            if inner is None:
                break
            if type(inner) is not Folder:
                fail(errno.ENOTDIR, shown)
        fail(errno.ENOENT, shown)
    return node


def parent_of(path, shown=None):
    """The folder in which a path lies, and its last part."""
    parts = absolute(path)
    shown = path if shown is None else shown
    if text_of(path) == "":
        fail(errno.ENOENT, shown)
    if not parts:
        fail(errno.EEXIST, shown)
    folder = _walk(parts[:-1], True, 0)
    if folder is None:
        fail(errno.ENOENT, shown)
    if type(folder) is not Folder:
        fail(errno.ENOTDIR, shown)
    return folder, parts[-1]


def open_file(path, mode):
    """The File at a path for a mode of r, w, a or x; made when the mode makes files."""
    if mode == "r" or mode == "r+":
        node = demand(path)
        if type(node) is Folder:
            fail(errno.EISDIR, path)
        if mode == "r+":
            keep(path, node)
        return node
    folder, name = parent_of(path)
    node = find(path)
    if type(node) is Folder or text_of(path).endswith("/"):
        fail(errno.EISDIR, path)
    if mode[0] == "x" and node is not None:
        fail(errno.EEXIST, path)
    if node is None:
        node = File()
        folder.entries[name] = node
        folder.changed = time.time()
    else:
        keep(path, node)
    if mode[0] == "w":
        node.data.clear()
    node.changed = time.time()
    return node


def keep(path, node):
    """Make a file that was read from beside the program one of memory."""
    folder, name = parent_of(path)
    folder.entries.setdefault(name, node)


def _prepare():
    for path in ("/home/user", "/tmp", "/usr/bin", "/etc", "/dev"):
        node = root
        for part in path[1:].split("/"):
            node = node.entries.setdefault(part, Folder())
    root.entries["dev"].entries["null"] = File()


_prepare()

# Files that are open, by descriptor: 0 to 2 are the streams of the program.
descriptors = {}


def descriptor_for(stream):
    number = 3
    while number in descriptors:
        number += 1
    descriptors[number] = stream
    return number
