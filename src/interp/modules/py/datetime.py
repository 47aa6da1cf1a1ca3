"""Dates, times, time differences and time zones. Now is what the virtual clock says."""
import math as _math
from _typenames import dotted as _dotted
import time as _time
from time import _days_before_year, _days_in_month, _format, _is_leap

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _days_before_month(year, month):
    return sum(_days_in_month(year, m) for m in range(1, month))


def _ymd2ord(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
    year = n * 400 // 146097 + 1
    while _days_before_year(year) >= n:
        year -= 1
    while _days_before_year(year + 1) < n:
        year += 1
    day = n - _days_before_year(year)
    month = 1
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


_MISSING = object()


def _refuse_missing(year, month):
    # Each is looked at before the next one is missed.
    for given in (year, month):
        if given is not _MISSING:
            _index(given)
    name, position = ("year", 1) if year is _MISSING else ("month", 2) if month is _MISSING else ("day", 3)
    raise TypeError(f"function missing required argument {name!r} (pos {position})")


def _check_date_fields(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time_fields(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _full_name(obj):
    cls = type(obj)
    return f"datetime.{cls.__qualname__}" if cls.__module__ == "datetime" else cls.__qualname__


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    hours, rest = divmod(offset.days * 86400 + offset.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _divide_and_round(a, b):
    """a / b to the nearest integer, halves to even."""
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or (r == b and q % 2 == 1):
        q += 1
    return q


# What sys.getsizeof adds for the collector, which does not know CPython's objects of this module.
_HEADER = 16


class timedelta:
    """Difference between two datetime values."""

    __slots__ = "_days", "_seconds", "_microseconds", "_hashcode"

    def __sizeof__(self):
        return 40 - _HEADER

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        for name, value in (
            ("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds), ("minutes", minutes),
            ("hours", hours), ("weeks", weeks),
        ):
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        # Whole microseconds exactly, fractions rounded once, as an exact sum.
        whole = 0
        parts = 0.0
        for value, unit in (
            (days, 86400_000_000), (seconds, 1000_000), (microseconds, 1), (milliseconds, 1000), (minutes, 60_000_000),
            (hours, 3600_000_000), (weeks, 604800_000_000),
        ):
            if isinstance(value, int):
                whole += value * unit
            else:
                fraction, integral = _math.modf(value)
                whole += int(integral) * unit
                scaled_fraction, scaled = _math.modf(fraction * unit)
                whole += int(scaled)
                parts += scaled_fraction
        # The nearest whole number, of two as near the even one.
        below = _math.floor(parts)
        rest = parts - below
        whole += below
        if rest > 0.5 or rest == 0.5 and whole % 2:
            whole += 1
        return cls._from_microseconds(whole)

    @classmethod
    def _from_microseconds(cls, total):
        seconds, microseconds = divmod(total, 1000_000)
        days, seconds = divmod(seconds, 86400)
        if not -(2 ** 31) <= days < 2 ** 31:
            raise OverflowError("Python int too large to convert to C int")
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = microseconds
        self._hashcode = -1
        return self

    def _to_microseconds(self):
        return (self._days * 86400 + self._seconds) * 1000_000 + self._microseconds

    days = property(lambda self: self._days, doc="Number of days.")
    seconds = property(lambda self: self._seconds, doc="Number of seconds (>= 0 and less than 1 day).")
    microseconds = property(lambda self: self._microseconds, doc="Number of microseconds (>= 0 and less than 1 second).")

    def __repr__(self):
        args = []
        if self._days:
            args.append(f"days={self._days}")
        if self._seconds:
            args.append(f"seconds={self._seconds}")
        if self._microseconds:
            args.append(f"microseconds={self._microseconds}")
        return f"{_full_name(self)}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def total_seconds(self):
        """Total seconds in the duration."""
        return self._to_microseconds() / 10 ** 6

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._to_microseconds() + other._to_microseconds())

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._to_microseconds() - other._to_microseconds())

    def __neg__(self):
        return timedelta._from_microseconds(-self._to_microseconds())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from_microseconds(_divide_and_round(self._to_microseconds() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._to_microseconds() // other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() / other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(_divide_and_round(self._to_microseconds(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from_microseconds(_divide_and_round(b * self._to_microseconds(), a))
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._from_microseconds(self._to_microseconds() % other._to_microseconds())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._to_microseconds(), other._to_microseconds())
        return q, timedelta._from_microseconds(r)

    def __eq__(self, other):
        return self._to_microseconds() == other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._to_microseconds() < other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._to_microseconds() <= other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._to_microseconds() > other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._to_microseconds() >= other._to_microseconds() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """Abstract base class for time zone info objects."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        "datetime in UTC -> datetime in local time."
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        given = getattr(self, "__getinitargs__", None)
        state = self.__getstate__()
        args = () if given is None else given()
        return (self.__class__, args) if state is None else (self.__class__, args, state)


def _check_moment(method, dt):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")


class timezone(tzinfo):
    """Fixed offset from UTC implementation of tzinfo."""

    __slots__ = "_offset", "_name"

    def __sizeof__(self):
        return 32 - _HEADER

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(
                f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}."
            )
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_full_name(self)}({self._offset!r})"
        return f"{_full_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        _check_moment("utcoffset", dt)
        return self._offset

    def tzname(self, dt):
        _check_moment("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        _check_moment("dst", dt)
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance or None")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class IsoCalendarDate(tuple):
    """The result of date.isocalendar() or datetime.isocalendar()"""

    __slots__ = ()
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _iso_week1_monday(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _parse_iso_date(text):
    bad = ValueError(f"Invalid isoformat string: {text!r}")
    try:
        if "W" in text:
            year = int(text[:4])
            rest = text[4:].lstrip("-")
            week = int(rest[1:3])
            day = rest[3:].lstrip("-")
            return _from_isocalendar(year, week, int(day) if day else 1)
        if len(text) == 10 and text[4] == text[7] == "-" and (text[:4] + text[5:7] + text[8:]).isdigit():
            return int(text[:4]), int(text[5:7]), int(text[8:])
        if len(text) == 8 and text.isdigit():
            return int(text[:4]), int(text[4:6]), int(text[6:])
    except ValueError:
        raise bad from None
    raise bad


def _from_isocalendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        first_weekday = _ymd2ord(year, 1, 1) % 7
        if not (week == 53 and (first_weekday == 4 or (first_weekday == 3 and _is_leap(year)))):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _ord2ymd(_iso_week1_monday(year) + (week - 1) * 7 + day - 1)


def _parse_clock(text):
    """Hour, minute, second and microsecond of HH[:MM[:SS[.ffffff]]]."""
    text, _, fraction = text.replace(",", ".").partition(".")
    parts = text.split(":") if ":" in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or not all(len(part) == 2 and part.isdigit() for part in parts) or (fraction and (not fraction.isdigit() or len(parts) < 3)):
        raise ValueError
    numbers = [int(part) for part in parts] + [0] * (3 - len(parts))
    return (*numbers, int((fraction + "000000")[:6]))


def _parse_iso_time(text):
    try:
        tz = None
        body = text.removeprefix("T")
        if body.endswith("Z"):
            body, tz = body[:-1], timezone.utc
        else:
            at = max(body.find("+"), body.find("-"))
            if at >= 0:
                hours, minutes, seconds, microseconds = _parse_clock(body[at + 1:])
                offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
                tz = timezone(-offset if body[at] == "-" else offset)
                body = body[:at]
        return (*_parse_clock(body), tz)
    except ValueError:
        raise ValueError(f"Invalid isoformat string: {text!r}") from None


def _strftime(obj, format, moment):
    """strftime with what times know beyond seconds: %f, %z, %:z and %Z."""
    out = []
    at = 0
    offset = getattr(obj, "utcoffset", lambda: None)()
    name = getattr(obj, "tzname", lambda: None)()
    while at < len(format):
        char = format[at]
        if char == "%" and at + 1 < len(format):
            code = format[at + 1]
            if code == "f":
                out.append(f"{getattr(obj, 'microsecond', 0):06d}")
                at += 2
                continue
            if code == "z":
                out.append(_offset_text(offset, ""))
                at += 2
                continue
            if format[at + 1:at + 3] == ":z":
                out.append(_offset_text(offset))
                at += 3
                continue
            if code == "Z":
                out.append((name or "").replace("%", "%%"))
                at += 2
                continue
            out.append(char + code)
            at += 2
            continue
        out.append(char)
        at += 1
    return _format("".join(out), moment)


class date:
    """Concrete date type."""

    __slots__ = "_year", "_month", "_day"

    def __sizeof__(self):
        return 32 - _HEADER

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        if day is _MISSING:
            _refuse_missing(year, month)
        year, month, day = _check_date_fields(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, t, /):
        "Construct a date from a POSIX timestamp (like time.time())."
        return cls(*_time.localtime(t)[:3])

    @classmethod
    def today(cls):
        "Construct a date from time.time()."
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        "Construct a date from a proleptic Gregorian ordinal."
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError(f"year is out of range")
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, date_string):
        "Construct a date from a string in ISO 8601 format."
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_iso_date(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        "Construct a date from the ISO year, week number and weekday."
        return cls(*_from_isocalendar(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f"{_full_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        "Return ctime() style string."
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        "Format using strftime()."
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        "Return the date formatted according to ISO."
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        "Return local time tuple compatible with time.localtime()."
        yday = _days_before_month(self._year, self._month) + self._day
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def toordinal(self):
        "Return proleptic Gregorian ordinal for the year, month and day."
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """Return a new date with new values for the specified fields."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
        )

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def _compare(self, other, answer):
        if isinstance(other, date) and not isinstance(other, datetime):
            return answer(self._key(), other._key())
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAX_ORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        "Return day of the week, where Monday == 0 ... Sunday == 6."
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        "Return day of the week, where Monday == 1 ... Sunday == 7."
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        year = self._year
        monday = _iso_week1_monday(year)
        today = self.toordinal()
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_week1_monday(year), 7)
        elif week >= 52 and today >= _iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def __reduce__(self):
        return self.__class__, self._key()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _asked(zone, method, moment):
    """What a tzinfo says of a moment: its offset or its dst, None or a timedelta of less than a day."""
    if zone is None:
        return None
    answer = getattr(zone, method)(moment)
    if answer is None:
        return None
    if not isinstance(answer, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{type(answer).__name__}'")
    if not -86400_000_000 < answer._to_microseconds() < 86400_000_000:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return answer


def _asked_name(zone, moment):
    name = None if zone is None else zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


def _again(cls, fields, fold):
    """A time or datetime as pickle and copy make it anew."""
    return cls(*fields, fold=fold)


class time:
    """Time with time zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"

    def __sizeof__(self):
        return 40 - _HEADER

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond, fold = _check_time_fields(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return _asked(self._tzinfo, "utcoffset", None)

    def tzname(self):
        return _asked_name(self._tzinfo, None)

    def dst(self):
        return _asked(self._tzinfo, "dst", None)

    def _naive_micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000_000 + self._microsecond

    def _micros(self):
        offset = self.utcoffset()
        return self._naive_micros() - (offset._to_microseconds() if offset is not None else 0)

    def _compare(self, other, answer, equality=False):
        if not isinstance(other, time):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return answer(self._naive_micros(), other._naive_micros())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if equality:
                return False
            raise TypeError("can't compare offset-naive and offset-aware times")
        return answer(self._micros(), other._micros())

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._micros() if not self._fold else self.replace(fold=0)._micros())

    def __reduce_ex__(self, protocol):
        fields = self._hour, self._minute, self._second, self._microsecond, self._tzinfo
        return (_again, (self.__class__, fields, 1)) if self._fold and protocol > 3 else (self.__class__, fields)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._microsecond:
            text += f", {self._second}, {self._microsecond}"
        elif self._second:
            text += f", {self._second}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_full_name(self)}({text})"

    def isoformat(self, timespec="auto"):
        """Return the time formatted according to ISO."""
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, time_string):
        """Construct a time from a string in one of the ISO 8601 formats."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        *fields, tz = _parse_iso_time(time_string)
        return cls(*fields, tz)

    def strftime(self, format):
        """Format using strftime(). The date part of the timestamp passed to underlying strftime should not be used."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """Return a new time with new values for the specified fields."""
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_date_class = date
_time_class = time


def _deprecated(name, instead):
    import warnings
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent "
                  f"datetimes in UTC: datetime.datetime.{instead}.", DeprecationWarning, 3)


class datetime(date):
    """The year, month and day arguments are required. tzinfo may be None, or an instance of a tzinfo subclass."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"

    def __sizeof__(self):
        return 48 - _HEADER

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if day is _MISSING:
            _refuse_missing(year, month)
        year, month, day = _check_date_fields(year, month, day)
        hour, minute, second, microsecond, fold = _check_time_fields(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Construct a datetime from a POSIX timestamp (like time.time())."""
        _check_tzinfo(tz)
        micros = round(timestamp * 1000_000) if isinstance(timestamp, float) else timestamp * 1000_000
        made = cls._from_micros(micros, tz)
        return tz.fromutc(made) if tz is not None else made

    @classmethod
    def utcfromtimestamp(cls, t):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(t)

    @classmethod
    def _from_micros(cls, micros, tz):
        seconds, microsecond = divmod(micros, 1000_000)
        days, seconds = divmod(seconds, 86400)
        ordinal = days + 719163
        if not 1 <= ordinal <= _MAX_ORDINAL:
            if not -2 ** 63 <= micros // 1000_000 < 2 ** 63:
                raise OverflowError("timestamp out of range for platform time_t")
            cycles, rest = divmod(ordinal - 1, 146097)
            raise ValueError(f"year {_ord2ymd(rest + 1)[0] + 400 * cycles} is out of range")
        return cls(*_ord2ymd(ordinal), seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, tz)

    @classmethod
    def now(cls, tz=None):
        "Construct a datetime from time.time() and optional time zone info."
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        "Construct a UTC datetime from time.time()."
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.fromtimestamp(_time.time())

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        "Construct a datetime from a given date and a given time."
        for at, given, wanted in ((1, date, _date_class), (2, time, _time_class)):
            if not isinstance(given, wanted):
                raise TypeError(f"combine() argument {at} must be datetime.{wanted.__name__}, not {_full_name(given)}")
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo, fold=time.fold)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """Construct a datetime from a string in one of the ISO 8601 formats."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) < 7:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            if "W" in date_string[:8]:
                dashed = date_string[4] == "-"
                at = 8 if dashed else 7
                day = date_string[at:at + (2 if dashed else 1)].lstrip("-")
                length = at + (len(day) + dashed if day.isdigit() and len(day) == 1 else 0)
            else:
                length = 10 if date_string[4] == "-" else 8
            fields = _parse_iso_date(date_string[:length])
            rest = date_string[length + 1:]
            if len(date_string) == length:
                return cls(*fields)
            *clock, tz = _parse_iso_time(rest)
        except ValueError as problem:
            if "Invalid isoformat" in str(problem):
                raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
            raise
        return cls(*fields, *clock, tz)

    @classmethod
    def strptime(cls, date_string, format):
        "string, format -> new datetime parsed from a string (like time.strptime())."
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)

    def utcoffset(self):
        return _asked(self._tzinfo, "utcoffset", self)

    def tzname(self):
        return _asked_name(self._tzinfo, self)

    def dst(self):
        return _asked(self._tzinfo, "dst", self)

    def timetuple(self):
        dst = self.dst()
        yday = _days_before_month(self._year, self._month) + self._day
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), yday,
            -1 if dst is None else 1 if dst else 0,
        ))

    def utctimetuple(self):
        "Return UTC time tuple compatible with time.gmtime()."
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time((*moment.timetuple()[:8], 0))

    def _naive_micros(self):
        seconds = ((self.toordinal() - 719163) * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        return seconds * 1000_000 + self._microsecond

    def _micros(self):
        offset = self.utcoffset()
        return self._naive_micros() - (offset._to_microseconds() if offset is not None else 0)

    def timestamp(self):
        "Return POSIX timestamp as float"
        return self._micros() / 1000_000

    def date(self):
        "Return the date part."
        return date(self._year, self._month, self._day)

    def time(self):
        "Return the time part, with tzinfo None."
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        "Return the time part, with same tzinfo."
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """Return a new datetime with new values for the specified fields."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
            self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset()
        utc = (self - offset if offset is not None else self).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def ctime(self):
        "Return ctime() style string."
        return (
            f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} {self._hour:02d}:{self._minute:02d}:{self._second:02d} "
            f"{self._year:04d}"
        )

    def isoformat(self, sep="T", timespec="auto"):
        """Return the time formatted according to ISO."""
        clock = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if fields[-1] == 0:
            del fields[-1]
            if fields[-1] == 0:
                del fields[-1]
        text = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_full_name(self)}({text})"

    def __str__(self):
        return self.isoformat(sep=" ")

    def _compare(self, other, answer, equality=False):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            # One clock on one wall: what it shows is compared.
            return answer(self._naive_micros(), other._naive_micros())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if equality:
                return False
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if equality and (mine != self._folded().utcoffset() or theirs != other._folded().utcoffset()):
            # A moment that comes twice, or never, is equal to none of another zone.
            return False
        return answer(self._micros(), other._micros())

    def _folded(self):
        return self.replace(fold=not self._fold)

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._micros() if not self._fold else self.replace(fold=0)._micros())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        micros = self._naive_micros() + other._to_microseconds()
        if not 1 <= micros // 86400_000_000 + 719163 <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)._from_micros(micros, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._from_microseconds(self._naive_micros() - other._naive_micros())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._from_microseconds(self._micros() - other._micros())

    def __reduce_ex__(self, protocol):
        fields = self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, self._tzinfo
        return (_again, (self.__class__, fields, 1)) if self._fold and protocol > 3 else (self.__class__, fields)

    def __reduce__(self):
        return self.__reduce_ex__(2)


for _class in (timedelta, tzinfo, timezone, date, time, datetime):
    _dotted(_class)
del _class

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
