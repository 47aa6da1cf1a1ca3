"""Paths of files that fit a pattern of the shell."""
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("[*?[]")


def has_magic(text):
    return _magic.search(text) is not None


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit, in the order of the folders."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    base = "" if root_dir is None else os.fspath(root_dir)
    parts = pathname.split("/")
    start = ""
    if pathname.startswith("/"):
        start, parts = "/", pathname.lstrip("/").split("/")
    return _expand(base, start, parts, recursive, include_hidden)


def _names(base, folder):
    try:
        return os.listdir(os.path.join(base, folder) or ".")
    except OSError:
        return []


def _expand(base, here, parts, recursive, hidden):
    part, rest = parts[0], parts[1:]
    if part == "**" and recursive:
        if rest:
            yield from _expand(base, here, rest, recursive, hidden)
        else:
            yield os.path.join(here, "") if here and not here.endswith("/") else here
        for name in _names(base, here):
            inner = os.path.join(here, name)
            if name.startswith(".") and not hidden:
                continue
            if os.path.isdir(os.path.join(base, inner)):
                if rest:
                    yield from _expand(base, inner, parts, recursive, hidden)
                else:
                    yield inner
                    yield from (found for found in _expand(base, inner, parts, recursive, hidden) if found.rstrip("/") != inner)
            elif not rest:
                yield inner
        return
    if not has_magic(part):
        inner = os.path.join(here, part)
        if rest:
            if os.path.isdir(os.path.join(base, inner)) or not here:
                yield from _expand(base, inner, rest, recursive, hidden)
        elif os.path.lexists(os.path.join(base, inner)) and (part or os.path.isdir(os.path.join(base, here))):
            yield inner
        return
    for name in fnmatch.filter(_names(base, here), part):
        if name.startswith(".") and not hidden and not part.startswith("."):
            continue
        inner = os.path.join(here, name)
        if not rest:
            yield inner
        elif os.path.isdir(os.path.join(base, inner)):
            yield from _expand(base, inner, rest, recursive, hidden)


def escape(pathname):
    """The text as a pattern that fits only itself."""
    return _magic.sub(r"[\g<0>]", pathname)
