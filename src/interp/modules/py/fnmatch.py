"""Names that fit a pattern of the shell."""
import functools
import posixpath
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    """The pattern as a regular expression."""
    place, size = 0, len(pat)
    parts = []
    while place < size:
        letter = pat[place]
        place += 1
        if letter == "*":
            if not parts or parts[-1] != "*":
                parts.append("*")
        elif letter == "?":
            parts.append(".")
        elif letter == "[":
            end = place
            if end < size and pat[end] == "!":
                end += 1
            if end < size and pat[end] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                parts.append("\\[")
                continue
            parts.append(_char_set(pat[place:end]))
            place = end + 1
        else:
            parts.append(re.escape(letter))
    # Stars between two fixed parts match the nearest place only, so that nothing is tried twice.
    text = ""
    stars = [index for index, part in enumerate(parts) if part == "*"]
    if not stars:
        return f"(?s:{''.join(parts)})\\Z"
    text = "".join(parts[:stars[0]])
    for here, after in zip(stars, stars[1:] + [None]):
        fixed = "".join(parts[here + 1:after])
        if after is None:
            text += ".*" + fixed
        else:
            text += f"(?>.*?{fixed})"
    return f"(?s:{text})\\Z"


def _char_set(stuff):
    negated = stuff.startswith("!")
    body = stuff[1:] if negated else stuff
    ranges = []
    place = 0
    while place < len(body):
        if place + 2 < len(body) and body[place + 1] == "-":
            low, high = body[place], body[place + 2]
            if low <= high:
                ranges.append(f"{_plain(low)}-{_plain(high)}")
            place += 3
        else:
            ranges.append(_plain(body[place]))
            place += 1
    inner = "".join(ranges)
    if not inner:
        return "." if negated else "(?!)"
    return f"[^{inner}]" if negated else f"[{inner}]"


def _plain(letter):
    return "\\" + letter if letter in "\\-^[]&~|" else letter


@functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(str(pat, "iso-8859-1")).encode("iso-8859-1")).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    """Test whether a name fits a pattern, with case."""
    return _matcher(pat)(name) is not None


def fnmatch(name, pat):
    """Test whether a name fits a pattern."""
    return fnmatchcase(posixpath.normcase(name), posixpath.normcase(pat))


def filter(names, pat):
    """The names that fit a pattern."""
    match = _matcher(posixpath.normcase(pat))
    return [name for name in names if match(name)]
