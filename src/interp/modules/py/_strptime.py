"""Reading dates and times by a format."""
import time as _time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)
_PARTS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "G": r"(?P<G>\d\d\d\d)", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d)", "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "Z": r"(?P<Z>utc|gmt)", "p": r"(?P<p>am|pm)", "%": "%",
    "a": f"(?P<a>{'|'.join(name[:3] for name in _DAYS)})", "A": f"(?P<A>{'|'.join(_DAYS)})",
    "b": f"(?P<b>{'|'.join(name[:3] for name in _MONTHS)})", "B": f"(?P<B>{'|'.join(_MONTHS)})",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_cache = {}


def _compiled(format):
    import re
    known = _cache.get(format)
    if known is not None:
        return known
    text = format
    for code, whole in _WHOLE.items():
        text = text.replace("%" + code, whole)
    pattern = []
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            pattern.append(r"\s+")
        elif char == "%":
            if at == len(text):
                raise ValueError(f"stray % in format {format!r}")
            code = text[at]
            at += 1
            if code not in _PARTS:
                raise ValueError(f"{code!r} is a bad directive in format {format!r}")
            pattern.append(_PARTS[code])
        else:
            pattern.append(re.escape(char))
    if re.search("(?<!%)(?:%%)*%d", format) and not re.search("%[YyGcxs]", format):
        import warnings
        warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, 5)
    known = _cache[format] = re.compile("".join(pattern), re.IGNORECASE)
    return known


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Fields of a moment: year to microsecond, weekday, day of the year, offset from UTC in seconds, name of the zone."""
    for index, arg in enumerate((data_string, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(arg)}")
    found = _compiled(format).match(data_string)
    if not found:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != found.end():
        raise ValueError(f"unconverted data remains: {data_string[found.end():]}")
    year = iso_year = iso_week = weekday = julian = week = None
    month = day = 1
    hour = minute = second = fraction = 0
    tz = zone = offset = None
    monday_first = True
    groups = found.groupdict()
    for key, value in groups.items():
        if value is None:
            continue
        match key:
            case "y":
                year = int(value)
                year += 2000 if year <= 68 else 1900
            case "Y": year = int(value)
            case "G": iso_year = int(value)
            case "m": month = int(value)
            case "B": month = _MONTHS.index(value.lower()) + 1
            case "b": month = [name[:3] for name in _MONTHS].index(value.lower()) + 1
            case "d": day = int(value)
            case "H": hour = int(value)
            case "I":
                half = (groups.get("p") or "").lower()
                hour = int(value)
                if half == "pm":
                    hour = hour if hour == 12 else hour + 12
                elif hour == 12:
                    hour = 0
            case "M": minute = int(value)
            case "S": second = int(value)
            case "f": fraction = int(value.ljust(6, "0"))
            case "A": weekday = _DAYS.index(value.lower())
            case "a": weekday = [name[:3] for name in _DAYS].index(value.lower())
            case "w": weekday = (int(value) - 1) % 7
            case "u": weekday = int(value) - 1
            case "j": julian = int(value)
            case "U" | "W":
                week = int(value)
                monday_first = key == "W"
            case "V": iso_week = int(value)
            case "z":
                if value in ("Z", "z"):
                    offset = (0, 0)
                else:
                    digits = value[1:].replace(":", "")
                    whole, _, micros = digits.partition(".")
                    seconds = int(whole[:2]) * 3600 + int(whole[2:4]) * 60 + int(whole[4:6] or 0)
                    micros = int((micros + "000000")[:6])
                    offset = (seconds, micros) if value[0] == "+" else (-seconds, -micros)
            case "Z": zone = value.upper()
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap = False
    if year is None and month == 2 and day == 29:
        year, leap = 1904, True
    elif year is None:
        year = 1900
    from datetime import _from_isocalendar, _ord2ymd, _ymd2ord
    if julian is None and weekday is not None:
        if week is not None:
            first = (_ymd2ord(year, 1, 1) + 6) % 7
            start = weekday
            if not monday_first:
                first, start = (first + 1) % 7, (weekday + 1) % 7
            julian = 1 + start - first if week == 0 else (7 - first) % 7 + 1 + 7 * (week - 1) + start
            if julian <= 0:
                # The day lies in the last week of the year before.
                year -= 1
                julian += _ymd2ord(year + 1, 1, 1) - _ymd2ord(year, 1, 1)
        elif iso_year is not None:
            year, month, day = _from_isocalendar(iso_year, iso_week, weekday + 1)
    if julian is not None:
        year, month, day = _ord2ymd(julian - 1 + _ymd2ord(year, 1, 1))
    else:
        from datetime import date
        date(year, month, day)
        julian = _ymd2ord(year, month, day) - _ymd2ord(year, 1, 1) + 1
    if weekday is None:
        weekday = (_ymd2ord(year, month, day) + 6) % 7
    if leap:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, fraction), offset, zone


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    fields, offset, zone = _strptime(data_string, format)
    return _time.struct_time((*fields[:8], 0 if zone else -1, zone, None if offset is None else offset[0]))


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    fields, offset, zone = _strptime(data_string, format)
    args = fields[:6] + fields[8:]
    if offset is not None:
        from datetime import timedelta, timezone
        delta = timedelta(seconds=offset[0], microseconds=offset[1])
        args += (timezone(delta, zone) if zone else timezone(delta),)
    return cls(*args)
