"""Exact fractions of whole numbers."""
import math
import numbers
import operator
import re
import sys

__all__ = ["Fraction"]

_prime = sys.hash_info.modulus
_infinite = sys.hash_info.inf

_number = re.compile(
    r"""
    \A\s*(?P<sign>[-+]?)(?=\d|\.\d)
    (?P<num>\d*|\d+(?:_\d+)*)
    (?:(?:\s*/\s*(?P<denom>\d+(?:_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:E(?P<exp>[-+]?\d+(?:_\d+)*))?)
    \s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)

_spec = re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?(?P<minimumwidth>0|[1-9][0-9]*)?
    (?P<thousands_sep>[,_])?(?:\.(?P<precision>0|[1-9][0-9]*))?(?P<type>[eEfFgG%])""",
    re.DOTALL | re.VERBOSE,
)
_plain_spec = re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?(?P<minimumwidth>0|[1-9][0-9]*)?(?P<thousands_sep>[,_])?""",
    re.DOTALL | re.VERBOSE,
)


def _rounded(n, d, exponent, no_neg_zero=False):
    # sign and s such that (-1)**sign * s * 10**exponent is n/d rounded half to even.
    if exponent >= 0:
        d *= 10**exponent
    else:
        n *= 10**-exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (q < 0 if no_neg_zero else n < 0), abs(q)


def _rounded_figures(n, d, figures):
    # sign, s and exponent with s of so many figures.
    if n == 0:
        return False, 0, 1 - figures
    digits_n, digits_d = str(abs(n)), str(d)
    m = len(digits_n) - len(digits_d) + (digits_d <= digits_n)
    exponent = m - figures
    sign, s = _rounded(n, d, exponent)
    if len(str(s)) == figures + 1:
        s //= 10
        exponent += 1
    return sign, s, exponent


class Fraction(numbers.Rational):
    """A fraction in lowest terms, made of two numbers, one number or text."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or not isinstance(numerator, (str, type)) and hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            found = _number.match(numerator)
            if found is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator = int(found.group("num") or "0")
            denominator = found.group("denom")
            if denominator:
                denominator = int(denominator)
            else:
                denominator = 1
                decimal = found.group("decimal")
                if decimal:
                    decimal = decimal.replace("_", "")
                    denominator = 10 ** len(decimal)
                    numerator = numerator * denominator + int(decimal)
                exponent = found.group("exp")
                if exponent:
                    exponent = int(exponent)
                    if exponent >= 0:
                        numerator *= 10**exponent
                    else:
                        denominator *= 10**-exponent
            if found.group("sign") == "-":
                numerator = -numerator
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def _of(cls, numerator, denominator):
        # Terms that have nothing in common already.
        self = object.__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    _from_coprime_ints = _of

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._of(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a decimal number."""
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        from decimal import Decimal
        if not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._of(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is no larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def _format_plain(self, found):
        fill = found["fill"] or " "
        align = found["align"] or ">"
        minus = "" if found["sign"] == "-" or not found["sign"] else found["sign"]
        width = int(found["minimumwidth"] or "0")
        separator = found["thousands_sep"] or ""
        sign = "-" if self._numerator < 0 else minus
        body = f"{abs(self._numerator):{separator}}"
        if found["alt"] or self._denominator > 1:
            body += f"/{self._denominator:{separator}}"
        return self._padded(sign, body, fill, align, width)

    @staticmethod
    def _padded(sign, body, fill, align, width):
        padding = fill * (width - len(sign) - len(body))
        if align == ">":
            return padding + sign + body
        if align == "<":
            return sign + body + padding
        if align == "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body

    def _format_float(self, found):
        fill = found["fill"] or " "
        align = found["align"] or ">"
        positive = "" if found["sign"] == "-" or not found["sign"] else found["sign"]
        no_neg_zero = bool(found["no_neg_zero"])
        alternate = bool(found["alt"])
        zeropad = bool(found["zeropad"])
        width = int(found["minimumwidth"] or "0")
        separator = found["thousands_sep"]
        precision = int(found["precision"] or "6")
        kind = found["type"]
        trim = kind in "gG" and not alternate
        exponent_letter = "E" if kind in "EFG" else "e"
        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, digits = _rounded(self._numerator, self._denominator, exponent, no_neg_zero)
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, digits, exponent = _rounded_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{exponent_letter}{exponent + point:+03d}"
        else:
            suffix = ""
        text = f"{digits:0{point + 1}d}"
        sign = "-" if negative else positive
        leading, fraction = text[: len(text) - point], text[len(text) - point :]
        if trim:
            fraction = fraction.rstrip("0")
        tail = ("." if fraction or alternate else "") + fraction + suffix
        if zeropad:
            least = width - len(sign) - len(tail)
            leading = leading.zfill(3 * least // 4 + 1 if separator else least)
        if separator:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(separator + leading[at : at + 3] for at in range(first, len(leading), 3))
        return self._padded(sign, leading + tail, fill, align, width)

    def __format__(self, format_spec, /):
        found = _plain_spec.fullmatch(format_spec)
        if found is not None and (found["align"] is None or found["zeropad"] is None):
            if found["zeropad"] is None:
                return self._format_plain(found)
        found = _spec.fullmatch(format_spec)
        if found is not None and (found["align"] is None or found["zeropad"] is None):
            return self._format_float(found)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    @staticmethod
    def _operators(exact, fallback, name, with_complex=True):
        # The operator and its reflection: exact for rationals, by floats or complex numbers otherwise.
        def forward(a, b):
            if type(b) is Fraction:
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex) and with_complex:
                return fallback(complex(float(a)), b)
            if isinstance(b, Fraction):
                return exact(a, b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex) and with_complex:
                return fallback(complex(a), complex(float(b)))
            return NotImplemented

        forward.__name__ = f"__{name}__"
        reverse.__name__ = f"__r{name}__"
        return forward, reverse

    def _exact_add(a, b):
        return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)

    def _exact_sub(a, b):
        return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)

    def _exact_mul(a, b):
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    def _exact_div(a, b):
        if b._numerator == 0:
            raise ZeroDivisionError(f"Fraction({a._numerator * b._denominator}, 0)" if b._denominator == 1 else f"Fraction({a._numerator}, 0)")
        return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)

    def _exact_floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _exact_divmod(a, b):
        quotient, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
        return quotient, Fraction(rest, a._denominator * b._denominator)

    def _exact_mod(a, b):
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator)

    __add__, __radd__ = _operators(_exact_add, operator.add, "add")
    __sub__, __rsub__ = _operators(_exact_sub, operator.sub, "sub")
    __mul__, __rmul__ = _operators(_exact_mul, operator.mul, "mul")
    __truediv__, __rtruediv__ = _operators(_exact_div, operator.truediv, "truediv")
    __floordiv__, __rfloordiv__ = _operators(_exact_floordiv, operator.floordiv, "floordiv", False)
    __divmod__, __rdivmod__ = _operators(_exact_divmod, divmod, "divmod", False)
    __mod__, __rmod__ = _operators(_exact_mod, operator.mod, "mod", False)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, numbers.Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction._of(a._numerator**power, a._denominator**power)
                if a._numerator > 0:
                    return Fraction._of(a._denominator**-power, a._numerator**-power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
                return Fraction._of((-a._denominator) ** -power, (-a._numerator) ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._of(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._of(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._of(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        return _index(-(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator)

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _prime)
        except ValueError:
            result = _infinite
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compared(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, operator.lt)

    def __gt__(a, b):
        return a._compared(b, operator.gt)

    def __le__(a, b):
        return a._compared(b, operator.le)

    def __ge__(a, b):
        return a._compared(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
