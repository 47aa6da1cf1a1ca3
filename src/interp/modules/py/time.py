"""The calendar of the module time. There is one time zone: UTC."""
from _typenames import dotted as _dotted

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff")


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime(), and
    accepted by asctime(), mktime() and strftime().  May be considered as a
    sequence of 9 integers.
    """

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS[:9]

    def __new__(cls, sequence):
        try:
            values = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        made = super().__new__(cls, values[:9])
        object.__setattr__(made, "_hidden", (values[9:] + (None, None))[:2])
        return made

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))})"

    def __reduce__(self):
        return struct_time, (tuple(self) + self._hidden,)

    def __replace__(self, /, **changes):
        values = dict(zip(_FIELDS, tuple(self) + self._hidden))
        unknown = [name for name in changes if name not in values]
        if unknown:
            raise TypeError(f"Got unexpected field name(s): {unknown}")
        return struct_time((values | changes).values())

    def __setattr__(self, name, value):
        if name in _FIELDS:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'time.struct_time' object has no attribute '{name}' and no __dict__ for setting new attributes")

    tm_zone = property(lambda self: self._hidden[0], doc="abbreviation of timezone name")
    tm_gmtoff = property(lambda self: self._hidden[1], doc="offset from UTC in seconds")


_dotted(struct_time)


def _field(index):
    return property(lambda self: self[index])


for _index in range(9):
    setattr(struct_time, _FIELDS[_index], _field(_index))


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _days_before_year(year):
    """Days from 1 January 1 to 1 January of the year."""
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    return _days_before_year(year) + sum(_days_in_month(year, m) for m in range(1, month)) + day


def _seconds(value):
    if value is None:
        return time()
    if isinstance(value, float):
        if value != value:
            raise ValueError("Invalid value NaN (not a number)")
        return value // 1
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def _gmtime(seconds, zone):
    seconds = _seconds(seconds)
    if not -(2 ** 55) < seconds < 2 ** 55:
        raise OverflowError("timestamp out of range for platform time_t")
    days, rest = divmod(int(seconds), 86400)
    ordinal = days + 719163
    year = ordinal * 400 // 146097 + 1
    while _days_before_year(year) >= ordinal:
        year -= 1
    while _days_before_year(year + 1) < ordinal:
        year += 1
    yday = ordinal - _days_before_year(year)
    month, day = 1, yday
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (ordinal + 6) % 7, yday, 0, zone, 0))


class _Clock:
    # Methods that are bound already: as attributes of a class they take no self, like the built-in functions they stand for.
    def gmtime(self, seconds=None, /):
        """Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT)."""
        return _gmtime(seconds, "GMT")

    def localtime(self, seconds=None, /):
        """Convert seconds since the Epoch to a time tuple expressing local time."""
        return _gmtime(seconds, "UTC")


gmtime, localtime = _Clock().gmtime, _Clock().localtime


def mktime(time_tuple, /):
    """Convert a time tuple in local time to seconds since the Epoch."""
    year, month, day, hour, minute, second = _checked(time_tuple, "mktime")[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return float((_ordinal(year, month, 1) - 719163 + day - 1) * 86400 + hour * 3600 + minute * 60 + second)


def _checked(value, name):
    if not isinstance(value, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(value) < 9 or not all(isinstance(item, int) for item in value[:9]):
        raise TypeError(f"{name}(): illegal time tuple argument")
    return value


_NO_TIME = object()


def _moment(value, name):
    if value is _NO_TIME:
        return gmtime()
    year, month, day, hour, minute, second, wday, yday, dst = _checked(value, name)[:9]
    # 0 stands for the first month and day, as in C.
    for what, low, high, item in (
        ("month", 0, 12, month), ("day of month", 0, 31, day), ("hour", 0, 23, hour), ("minute", 0, 59, minute),
        ("seconds", 0, 61, second), ("day of week", -1, 6, wday), ("day of year", 0, 366, yday),
    ):
        if not low <= item <= high:
            raise ValueError(f"{what} out of range")
    return year, month or 1, day or 1, hour, minute, second, wday % 7, yday or 1, dst


def _two(number, fill="0"):
    return f"{number:{fill}>2}"


def asctime(time_tuple=_NO_TIME, /):
    """Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'."""
    year, month, day, hour, minute, second, wday = _moment(time_tuple, "asctime")[:7]
    return f"{_DAYS[wday][:3]} {_MONTHS[month - 1][:3]} {_two(day, ' ')} {_two(hour)}:{_two(minute)}:{_two(second)} {year}"


def ctime(seconds=None, /):
    """Convert a time in seconds since the Epoch to a string in local time."""
    return asctime(localtime(seconds))


def _iso_week(year, wday, yday):
    """ISO year and week of a day."""
    week = (yday - 1 - wday + 10) // 7
    if week < 1:
        year -= 1
        last = 366 if _is_leap(year) else 365
        return year, (yday + last - 1 - wday + 10) // 7
    last = 366 if _is_leap(year) else 365
    if week == 53 and yday - wday + 3 > last:
        return year + 1, 1
    return year, week


def _format(format, moment, zone="UTC", offset="+0000"):
    """strftime for fields that are known to be in range."""
    year, month, day, hour, minute, second, wday, yday = moment[:8]
    out = []
    position = 0
    while position < len(format):
        char = format[position]
        position += 1
        if char != "%" or position == len(format):
            out.append(char)
            continue
        code = format[position]
        position += 1
        if code in "_-0^#" and position < len(format):
            inner = _format("%" + format[position], moment, zone, offset)
            flag, code = code, format[position]
            position += 1
            if flag == "-":
                inner = inner.lstrip("0 ") or "0"
            elif flag == "_":
                stripped = inner.lstrip("0") or "0"
                inner = stripped.rjust(len(inner))
            elif flag == "^":
                inner = inner.upper()
            elif flag == "#":
                inner = inner.swapcase()
            out.append(inner)
            continue
        hour12 = hour % 12 or 12
        match code:
            case "Y": out.append(str(year))
            case "m": out.append(_two(month))
            case "d": out.append(_two(day))
            case "H": out.append(_two(hour))
            case "M": out.append(_two(minute))
            case "S": out.append(_two(second))
            case "j": out.append(f"{yday:03}")
            case "a": out.append(_DAYS[wday][:3])
            case "A": out.append(_DAYS[wday])
            case "b" | "h": out.append(_MONTHS[month - 1][:3])
            case "B": out.append(_MONTHS[month - 1])
            case "y": out.append(_two(year % 100))
            case "C": out.append(_two(year // 100))
            case "I": out.append(_two(hour12))
            case "l": out.append(_two(hour12, " "))
            case "k": out.append(_two(hour, " "))
            case "p": out.append("AM" if hour < 12 else "PM")
            case "P": out.append("am" if hour < 12 else "pm")
            case "e": out.append(_two(day, " "))
            case "w": out.append(str((wday + 1) % 7))
            case "u": out.append(str(wday + 1))
            case "U": out.append(_two((yday + 6 - (wday + 1) % 7) // 7))
            case "W": out.append(_two((yday + 6 - wday) // 7))
            case "V": out.append(_two(_iso_week(year, wday, yday)[1]))
            case "G": out.append(str(_iso_week(year, wday, yday)[0]))
            case "g": out.append(_two(_iso_week(year, wday, yday)[0] % 100))
            case "n": out.append("\n")
            case "t": out.append("\t")
            case "Z": out.append(zone)
            case "z": out.append(offset)
            case "s": out.append(str(int(mktime((*moment[:8], 0)))))
            case "%": out.append("%")
            case "D" | "x": out.append(_format("%m/%d/%y", moment))
            case "F": out.append(_format("%Y-%m-%d", moment))
            case "T" | "X": out.append(_format("%H:%M:%S", moment))
            case "R": out.append(_format("%H:%M", moment))
            case "r": out.append(_format("%I:%M:%S %p", moment))
            case "c": out.append(_format("%a %b %e %H:%M:%S %Y", moment))
            case _: out.append("%" + code)
    return "".join(out)


def strftime(format, time_tuple=_NO_TIME, /):
    """Convert a time tuple to a string according to a format specification."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _format(format, _moment(time_tuple, "strftime"), getattr(time_tuple, "tm_zone", None) or "UTC")


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    """Parse a string to a time tuple according to a format specification."""
    import _strptime
    return _strptime._strptime_time(data_string, format)


def get_clock_info(name, /):
    """Get information of the specified clock."""
    from types import SimpleNamespace
    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="virtual clock", monotonic=name != "time", adjustable=False, resolution=1e-09)


def clock_gettime(clock_id, /):
    """Return the time of the specified clock clk_id as a float."""
    return time() if clock_id == CLOCK_REALTIME else monotonic()


def clock_gettime_ns(clock_id, /):
    """Return the time of the specified clock clk_id as nanoseconds (int)."""
    return time_ns() if clock_id == CLOCK_REALTIME else monotonic_ns()


def tzset():
    """The time zone is UTC and stays so."""
