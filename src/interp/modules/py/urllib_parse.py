"""Addresses of the web, taken apart and put together (RFC 3986)."""
from collections import namedtuple

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus",
    "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
    "DefragResultBytes", "ParseResultBytes", "SplitResultBytes",
]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn",
               "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"]
_SCHEME_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_STRIPPED = "".join(map(chr, range(33)))


class _Text:
    """Parts that are text; encode() gives the same of bytes."""

    __slots__ = ()
    _marks = "@", ":", "[", "]", "%"

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))


class _Bytes:
    """Parts that are bytes; decode() gives the same of text."""

    __slots__ = ()
    _marks = b"@", b":", b"[", b"]", b"%"

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


class _Location:
    """What user, host and port are in the place of the net."""

    __slots__ = ()

    def _parts(self):
        at_mark, mark, opening, closing, _ = self._marks
        user, at, host = self.netloc.rpartition(at_mark)
        name, colon, password = user.partition(mark)
        if not at:
            name = password = colon = None
        _, bracket, inner = host.partition(opening)
        if bracket:
            hostname, _, port = inner.partition(closing)
            _, _, port = port.partition(mark)
        else:
            hostname, _, port = host.partition(mark)
        return name, password if colon else None, hostname, port or None

    @property
    def username(self):
        return self._parts()[0]

    @property
    def password(self):
        return self._parts()[1]

    @property
    def hostname(self):
        host = self._parts()[2]
        if not host:
            return None
        host, percent, zone = host.partition(self._marks[-1])
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._parts()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port


class _Defragmented:
    __slots__ = ()

    def geturl(self):
        if not self.fragment:
            return self.url
        return self.url + ("#" if isinstance(self.url, str) else b"#") + self.fragment


class _Split(_Location):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class _Parsed(_Location):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def _results(name, fields, behaviour):
    """The class of a result and its counterpart of bytes."""
    base = namedtuple(name, fields)
    text = type(name, (base, behaviour, _Text), {"__slots__": (), "__module__": __name__})
    data = type(name + "Bytes", (base, behaviour, _Bytes), {"__slots__": (), "__module__": __name__})
    text._encoded_counterpart = data
    data._decoded_counterpart = text
    return text, data


DefragResult, DefragResultBytes = _results("DefragResult", "url fragment", _Defragmented)
SplitResult, SplitResultBytes = _results("SplitResult", "scheme netloc path query fragment", _Split)
ParseResult, ParseResultBytes = _results("ParseResult", "scheme netloc path params query fragment", _Parsed)


def _as_text(*args):
    # Text of bytes, and whether what comes of it becomes bytes again. The first says which; empty ones may be of either kind.
    is_text = isinstance(args[0], str)
    if any(arg and isinstance(arg, str) is not is_text for arg in args[1:]):
        raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args, False
    return tuple(arg.decode("ascii", "strict") if arg else "" for arg in args), True


def _back(value, was_bytes):
    return value.encode("ascii", "strict") if was_bytes else value


def _check_bracketed(host):
    if host.startswith("v"):
        import re
        if not re.match(r"v[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress
    if ipaddress.ip_address(host).version == 4:
        raise ValueError("An IPv4 address cannot be in brackets")


def urlsplit(url, scheme="", allow_fragments=True):
    """Parse a URL into 5 components: <scheme>://<netloc>/<path>?<query>#<fragment>"""
    (url, scheme), was_bytes = _as_text(url, scheme)
    url = url.lstrip(_STRIPPED)
    for letter in "\t\r\n":
        url = url.replace(letter, "")
        scheme = scheme.replace(letter, "")
    scheme = scheme.strip(_STRIPPED)
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and all(letter in _SCHEME_LETTERS for letter in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1 :]
    if url.startswith("//"):
        end = min((place for place in (url.find(mark, 2) for mark in "/?#") if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed(netloc.partition("[")[2].partition("]")[0])
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return _back(SplitResult(scheme, netloc, url, query, fragment), was_bytes)


def urlparse(url, scheme="", allow_fragments=True):
    """Parse a URL into 6 components: <scheme>://<netloc>/<path>;<params>?<query>#<fragment>"""
    (url, scheme), was_bytes = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        last = path.rfind("/")
        cut = path.find(";", last if last >= 0 else 0)
        if cut >= 0:
            path, params = path[:cut], path[cut + 1 :]
    return _back(ParseResult(scheme, netloc, path, params, query, fragment), was_bytes)


def urlunsplit(components):
    """Combine the elements of a tuple as returned by urlsplit() into a complete URL as a string."""
    (scheme, netloc, url, query, fragment), was_bytes = _as_text(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return _back(url, was_bytes)


def urlunparse(components):
    """Put a parsed URL back together again."""
    (scheme, netloc, url, params, query, fragment), was_bytes = _as_text(*components)
    if params:
        url = f"{url};{params}"
    return _back(urlunsplit((scheme, netloc, url, query, fragment)), was_bytes)


def urljoin(base, url, allow_fragments=True):
    """Join a base URL and a possibly relative URL to form an absolute interpretation of the latter."""
    if not base:
        return url
    if not url:
        return base
    (base, url), was_bytes = _as_text(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return _back(url, was_bytes)
    if scheme in uses_netloc:
        if netloc:
            return _back(urlunparse((scheme, netloc, path, params, query, fragment)), was_bytes)
        netloc = bnetloc
    if not path and not params:
        return _back(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)), was_bytes)
    base_parts = bpath.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return _back(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)), was_bytes)


def urldefrag(url):
    """Removes any existing fragment from URL."""
    (url,), was_bytes = _as_text(url)
    fragment = ""
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ""))
    return _back(DefragResult(url, fragment), was_bytes)


def unquote_to_bytes(string):
    """unquote_to_bytes('abc%20def') -> b'abc def'."""
    if not string:
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = bytes(string).split(b"%")
    out = [first]
    for piece in rest:
        try:
            out.append(bytes.fromhex(piece[:2].decode("ascii")) if len(piece[:2].strip()) == 2 else b"%" + piece[:2])
        except ValueError:
            out.append(b"%" + piece[:2])
        out.append(piece[2:])
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    """Replace %xx escapes by their single-character equivalent."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    out = []
    plain = True
    run = ""
    # Runs of ASCII are decoded together, what is not ASCII stays as it is.
    for letter in string + "\U0010ffff":
        if letter.isascii():
            run += letter
            continue
        if run:
            out.append(unquote_to_bytes(run).decode(encoding, errors))
            run = ""
        out.append(letter)
    out.pop()
    return "".join(out)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """Like unquote(), but also replace plus signs by spaces, as required for unquoting HTML form values."""
    return unquote(string.replace("+", " "), encoding, errors)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    """quote('abc def') -> 'abc%20def'"""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """Like quote(), but also replace ' ' with '+', as required for quoting HTML form values."""
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    safe += " " if isinstance(safe, str) else b" "
    return quote(string, safe, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Like quote(), but accepts a bytes object rather than a str, and does not perform string-to-bytes encoding."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    allowed = _ALWAYS_SAFE | frozenset(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join([chr(byte) if byte in allowed else f"%{byte:02X}" for byte in bs])


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Encode a dict or sequence of two-element tuples into a URL query string."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as err:
            raise TypeError("not a valid non-string sequence or mapping object") from err

    def shown(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        name = shown(key)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pairs.append(name + "=" + shown(value))
            else:
                pairs += [name + "=" + shown(each) for each in value]
        else:
            pairs.append(name + "=" + shown(value))
    return "&".join(pairs)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """Parse a query given as a string argument."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """Parse a query given as a string argument."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if not isinstance(qs, str):
        if not qs:
            return []
        # Bytes of any kind; what they name is no text before its escapes are taken for bytes too.
        qs = bytes(memoryview(qs)).decode("latin-1")
        separator = separator if isinstance(separator, str) else separator.decode("latin-1")
        pairs = parse_qsl(qs, keep_blank_values, strict_parsing, "latin-1", errors, max_num_fields, separator)
        return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in pairs]
    if not qs:
        return []
    if isinstance(separator, bytes):
        separator = separator.decode("ascii")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    result = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            result.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return result
