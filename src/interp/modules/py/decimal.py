"""Decimal fixed and floating point arithmetic (General Decimal Arithmetic, IEEE 854)."""
import math as _math
import numbers as _numbers
import re as _re
import sys as _sys
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

import _typenames

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
    "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow",
    "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN",
    "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY",
    "HAVE_THREADS", "HAVE_CONTEXTVAR",
]
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


# A condition is a bit; the signals come in the order in which they are raised and shown.
_INVALID, _FLOAT, _ZERODIV, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = (1 << n for n in range(9))
_SYNTAX, _IMPOSSIBLE, _UNDEFINED, _CONTEXT = (1 << n for n in range(9, 13))
_ANY_INVALID = _INVALID | _SYNTAX | _IMPOSSIBLE | _UNDEFINED | _CONTEXT
_SIGNALS = (
    (InvalidOperation, _INVALID), (FloatOperation, _FLOAT), (DivisionByZero, _ZERODIV), (Overflow, _OVERFLOW),
    (Underflow, _UNDERFLOW), (Subnormal, _SUBNORMAL), (Inexact, _INEXACT), (Rounded, _ROUNDED), (Clamped, _CLAMPED),
)
_BIT_OF = dict(_SIGNALS)
_CONDITIONS = (
    (InvalidOperation, _INVALID), (ConversionSyntax, _SYNTAX), (DivisionImpossible, _IMPOSSIBLE),
    (DivisionUndefined, _UNDEFINED), (InvalidContext, _CONTEXT),
) + _SIGNALS[1:]

_FINITE, _INF, _NAN, _SNAN = range(4)


def _ndigits(n):
    # Decimal digits of n > 0; 1 for 0.
    if n < 1000000000000000000:
        return len(str(n))
    guess = int(n.bit_length() * 0.30102999566398119)
    while 10 ** guess <= n:
        guess += 1
    while guess > 1 and 10 ** (guess - 1) > n:
        guess -= 1
    return guess


def _text(n):
    # str(n) without the limit on the length of conversions.
    if n.bit_length() < 12000:
        return str(n)
    half = _ndigits(n) >> 1
    high, low = divmod(n, 10 ** half)
    return _text(high) + _text(low).zfill(half)


def _number(text):
    if len(text) < 4000:
        return int(text)
    half = len(text) >> 1
    return _number(text[:-half]) * 10 ** half + _number(text[-half:])


def _up(rounding, sign, q, r, unit):
    # Whether a quotient with remainder r of unit is rounded away from zero.
    if r == 0:
        return False
    if rounding == ROUND_HALF_EVEN:
        twice = 2 * r
        return twice > unit or (twice == unit and q & 1 == 1)
    if rounding == ROUND_HALF_UP:
        return 2 * r >= unit
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_FLOOR:
        return sign == 1
    if rounding == ROUND_CEILING:
        return sign == 0
    if rounding == ROUND_HALF_DOWN:
        return 2 * r > unit
    return q % 5 == 0  # ROUND_05UP


_parser = _re.compile(
    r"""(?P<sign>[-+])?((?=\d|\.\d)(?P<int>\d*)(\.(?P<frac>\d*))?(E(?P<exp>[-+]?\d+))?|Inf(inity)?|(?P<signal>s)?NaN(?P<diag>\d*))""",
    _re.VERBOSE | _re.IGNORECASE,
)
_spec = _re.compile(
    r"""(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<z>z)?(?P<alt>\#)?(?P<zeropad>0)?(?P<width>(?!0)\d+)?(?P<sep>,)?
    (?:\.(?P<precision>0|(?!0)\d+))?(?P<type>[eEfFgGn%])?""",
    _re.VERBOSE | _re.DOTALL,
)


def _make(sign, n, exp, kind=_FINITE):
    self = object.__new__(Decimal)
    self._sign = sign
    self._n = n
    self._exp = exp
    self._kind = kind
    return self


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object. If no value is given, return Decimal('0'). The context does not affect the conversion and is only passed to determine if the InvalidOperation trap is active."""

    __slots__ = ("_sign", "_n", "_exp", "_kind")

    def __sizeof__(self):
        # libmpdec: four words of 19 digits in the object, more of them beside it. (sys.getsizeof adds 16 for a header that CPython's object has not.)
        words = -(-len(str(self._n)) // 19)
        return 104 if words <= 4 else 104 + 8 * words

    def __new__(cls, value="0", context=None):
        if context is None:
            context = _current
        elif not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        return _converted(cls, value, context)

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            found = _make(1 if f < 0 else 0, abs(f), 0)
        elif isinstance(f, float):
            found = _of_float(f)
        else:
            raise TypeError("argument must be int or float")
        return found if cls is Decimal else cls(found)

    # --- text

    def __str__(self):
        return self._shown(_current.capitals, False)

    def _shown(self, capitals, eng):
        sign = "-" if self._sign else ""
        if self._kind:
            if self._kind == _INF:
                return sign + "Infinity"
            return sign + ("NaN" if self._kind == _NAN else "sNaN") + (_text(self._n) if self._n else "")
        digits = _text(self._n)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif self._n == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, part = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + "0" * (dot - len(digits)), ""
        else:
            whole, part = digits[:dot], "." + digits[dot:]
        power = "" if left == dot else f"{'E' if capitals else 'e'}{left - dot:+}"
        return sign + whole + part + power

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        return self._shown(_of(context).capitals, True)

    def as_tuple(self):
        """Return a tuple representation of the number."""
        digits = tuple(map(int, _text(self._n)))
        if self._kind == _INF:
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            return DecimalTuple(self._sign, digits if self._n else (), "n" if self._kind == _NAN else "N")
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """Return a pair of integers whose ratio is exactly equal to the original."""
        if self._kind == _INF:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._n if self._sign else self._n
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        common = _math.gcd(n, d)
        return n // common, d // common

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __format__(self, spec, /):
        return _formatted(self, spec, _current)

    # --- numbers of Python

    def __bool__(self):
        return self._kind != _FINITE or self._n != 0

    def __int__(self):
        self._refuse_special("integer")
        n = self._n * 10 ** self._exp if self._exp >= 0 else self._n // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def _refuse_special(self, what):
        if self._kind == _INF:
            raise OverflowError(f"cannot convert Infinity to {what}")
        if self._kind:
            raise ValueError(f"cannot convert NaN to {what}")

    def _whole(self, rounding):
        self._refuse_special("integer")
        n = self._n * 10 ** self._exp if self._exp >= 0 else _scaled(self._sign, self._n, self._exp, 0, rounding)[0]
        return -n if self._sign else n

    def __floor__(self):
        return self._whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole(ROUND_CEILING)

    def __round__(self, n=None, /):
        if n is None:
            return self._whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -n))

    def __float__(self):
        if self._kind == _SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == _NAN:
            return float("-nan" if self._sign else "nan")
        return float(self._shown(1, False))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        """Return self."""
        return self

    def __hash__(self):
        if self._kind == _SNAN:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == _NAN:
            return object.__hash__(self)
        if self._kind == _INF:
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        modulus = _sys.hash_info.modulus
        found = self._n * pow(10, self._exp, modulus) % modulus
        if self._sign:
            found = -found
        return -2 if found == -1 else found

    # --- comparison

    def _order(self, other):
        # -1, 0 or 1 of two numbers that are not NaNs.
        if self._kind or other._kind:
            left = 0 if not self._kind else -1 if self._sign else 1
            right = 0 if not other._kind else -1 if other._sign else 1
            return (left > right) - (left < right)
        if not self._n or not other._n:
            left = 0 if not self._n else -1 if self._sign else 1
            right = 0 if not other._n else -1 if other._sign else 1
            return (left > right) - (left < right)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        left = _ndigits(self._n) + self._exp
        right = _ndigits(other._n) + other._exp
        if left != right:
            found = 1 if left > right else -1
        else:
            a, b = self._n, other._n
            if self._exp > other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            found = (a > b) - (a < b)
        return -found if self._sign else found

    def _compared(self, other, equality):
        # The order of self and a number of any kind; None if they have none, NotImplemented if it is no number.
        if not isinstance(other, Decimal):
            if isinstance(other, int):
                other = _make(1 if other < 0 else 0, abs(other), 0)
            elif isinstance(other, float):
                if equality:
                    _current._flags |= _FLOAT
                else:
                    _current._note(_FLOAT)
                other = _of_float(other)
            elif isinstance(other, complex) and equality:
                if other.imag:
                    return None
                return self._compared(other.real, True)
            elif isinstance(other, _numbers.Rational):
                if self._kind:
                    other = _make(0, 0, 0)
                else:
                    scaled = _make(self._sign, self._n * other.denominator, self._exp)
                    top = other.numerator
                    return scaled._order(_make(1 if top < 0 else 0, abs(top), 0))
            else:
                return NotImplemented
        if self._kind > _INF or other._kind > _INF:
            if not equality or self._kind == _SNAN or other._kind == _SNAN:
                _current._note(_INVALID)
            return None
        return self._order(other)

    def __eq__(self, other):
        found = self._compared(other, True)
        return found if found is NotImplemented else found == 0

    def __ne__(self, other):
        found = self._compared(other, True)
        return found if found is NotImplemented else found != 0

    def __lt__(self, other):
        found = self._compared(other, False)
        return found if found is NotImplemented else found is not None and found < 0

    def __le__(self, other):
        found = self._compared(other, False)
        return found if found is NotImplemented else found is not None and found <= 0

    def __gt__(self, other):
        found = self._compared(other, False)
        return found if found is NotImplemented else found is not None and found > 0

    def __ge__(self, other):
        found = self._compared(other, False)
        return found if found is NotImplemented else found is not None and found >= 0

    # --- operators

    def __neg__(self):
        return _minus(self, _current)

    def __pos__(self):
        return _plus(self, _current)

    def __abs__(self):
        return _minus(self, _current) if self._sign else _plus(self, _current)

    def __add__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _add(self, other, _current)

    def __radd__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _add(other, self, _current)

    def __sub__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _sub(self, other, _current)

    def __rsub__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _sub(other, self, _current)

    def __mul__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _mul(self, other, _current)

    def __rmul__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _mul(other, self, _current)

    def __truediv__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _div(self, other, _current)

    def __rtruediv__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _div(other, self, _current)

    def __floordiv__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _divint(self, other, _current)

    def __rfloordiv__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _divint(other, self, _current)

    def __mod__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _rem(self, other, _current)

    def __rmod__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _rem(other, self, _current)

    def __divmod__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _divmod(self, other, _current)

    def __rdivmod__(self, other, /):
        other = _operand(other)
        return other if other is NotImplemented else _divmod(other, self, _current)

    def __pow__(self, other, modulo=None, /):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if modulo is None:
            return _pow(self, other, _current)
        modulo = _operand(modulo)
        return modulo if modulo is NotImplemented else _powmod(self, other, modulo, _current)

    def __rpow__(self, other, modulo=None, /):
        other = _operand(other)
        return other if other is NotImplemented else _pow(other, self, _current)

    # --- what is known of a number

    def adjusted(self):
        """Return the adjusted exponent of the number."""
        return 0 if self._kind else self._exp + _ndigits(self._n) - 1

    def canonical(self):
        """Return the canonical encoding of the argument."""
        return self

    def is_canonical(self):
        """Always True."""
        return True

    def is_finite(self):
        """Return True if the argument is a finite number."""
        return self._kind == _FINITE

    def is_infinite(self):
        """Return True if the argument is infinite."""
        return self._kind == _INF

    def is_nan(self):
        """Return True if the argument is a quiet or signaling NaN."""
        return self._kind > _INF

    def is_qnan(self):
        """Return True if the argument is a quiet NaN."""
        return self._kind == _NAN

    def is_snan(self):
        """Return True if the argument is a signaling NaN."""
        return self._kind == _SNAN

    def is_signed(self):
        """Return True if the argument has a negative sign."""
        return self._sign == 1

    def is_zero(self):
        """Return True if the argument is a zero."""
        return self._kind == _FINITE and self._n == 0

    def is_normal(self, context=None):
        """Return True if the argument is a normal finite number."""
        return self._kind == _FINITE and self._n != 0 and self.adjusted() >= _of(context).Emin

    def is_subnormal(self, context=None):
        """Return True if the argument is a subnormal finite number."""
        return self._kind == _FINITE and self._n != 0 and self.adjusted() < _of(context).Emin

    def number_class(self, context=None):
        """Return a string describing the class of the operand."""
        if self._kind > _INF:
            return "NaN" if self._kind == _NAN else "sNaN"
        sign = "-" if self._sign else "+"
        if self._kind == _INF:
            return sign + "Infinity"
        if self._n == 0:
            return sign + "Zero"
        return sign + ("Normal" if self.is_normal(context) else "Subnormal")

    def radix(self):
        """Return Decimal(10)."""
        return _make(0, 10, 0)

    def copy_abs(self):
        """Return the absolute value of the argument."""
        return _make(0, self._n, self._exp, self._kind)

    def copy_negate(self):
        """Return the negation of the argument."""
        return _make(1 - self._sign, self._n, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign of the second."""
        return _make(_argument(other)._sign, self._n, self._exp, self._kind)

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN."""
        other = _argument(other)
        if self._kind or other._kind:
            return (self._kind > _INF) == (other._kind > _INF) and (self._kind == _INF) == (other._kind == _INF)
        return self._exp == other._exp

    # --- comparisons that give decimals

    def compare(self, other, context=None):
        """Compare self to other. Return a decimal value: -1, 0 or 1, or a NaN."""
        other, context = _argument(other), _of(context)
        found = _nan_of(self, other, context)
        return _of_int(self._order(other)) if found is None else found

    def compare_signal(self, other, context=None):
        """Identical to compare(), except that all NaNs signal."""
        other, context = _argument(other), _of(context)
        if self._kind > _INF or other._kind > _INF:
            found = _first_nan(self, other)
            context._note(_INVALID)
            return _quiet(found, context)
        return _of_int(self._order(other))

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation."""
        return _of_int(_total(self, _argument(other)))

    def compare_total_mag(self, other, context=None):
        """Compare two operands using their abstract representation, signs ignored."""
        return _of_int(_total(self.copy_abs(), _argument(other).copy_abs()))

    def max(self, other, context=None):
        """Maximum of self and other."""
        return _extreme(self, _argument(other), _of(context), 1, False)

    def min(self, other, context=None):
        """Minimum of self and other."""
        return _extreme(self, _argument(other), _of(context), -1, False)

    def max_mag(self, other, context=None):
        """As max(), but by absolute value."""
        return _extreme(self, _argument(other), _of(context), 1, True)

    def min_mag(self, other, context=None):
        """As min(), but by absolute value."""
        return _extreme(self, _argument(other), _of(context), -1, True)

    # --- rounding and exponents

    def normalize(self, context=None):
        """Normalize the number by stripping trailing 0s."""
        context = _of(context)
        found = _nan_of(self, None, context)
        if found is not None:
            return found
        if self._kind == _FINITE and self._n == 0:
            return _make(self._sign, 0, 0)
        found = _plus(self, context)
        if found._kind or found._n == 0:
            return found
        n, exp = found._n, found._exp
        top = context.Etop() if context.clamp else context.Emax
        while exp < top and n % 10 == 0:
            n //= 10
            exp += 1
        return _make(found._sign, n, exp)

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the exponent of the second operand."""
        exp, context = _argument(exp), _of(context)
        if rounding is None:
            rounding = context.rounding
        elif rounding not in _ROUNDINGS:
            raise TypeError(_BAD_ROUNDING)
        found = _nan_of(self, exp, context)
        if found is not None:
            return found
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return _make(self._sign, 0, 0, _INF)
            return _invalid(context)
        target = exp._exp
        if not context.Etiny() <= target <= context.Emax:
            return _invalid(context)
        if self._n == 0:
            return _finish(self._sign, 0, target, context)
        if self.adjusted() > context.Emax or self.adjusted() - target + 1 > context.prec:
            return _invalid(context)
        n, inexact = _scaled(self._sign, self._n, self._exp, target, rounding)
        if n and (_ndigits(n) > context.prec or _ndigits(n) + target - 1 > context.Emax):
            return _invalid(context)
        status = 0
        if n and _ndigits(n) + target - 1 < context.Emin:
            status |= _SUBNORMAL
        if target > self._exp:
            status |= _ROUNDED
            if inexact:
                status |= _INEXACT
        if status:
            context._note(status)
        return _make(self._sign, n, target)

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate."""
        return _integral(self, rounding, _of(context), True)

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded."""
        return _integral(self, rounding, _of(context), False)

    to_integral = to_integral_value

    def logb(self, context=None):
        """Return the adjusted exponent of the operand as a Decimal."""
        context = _of(context)
        found = _nan_of(self, None, context)
        if found is not None:
            return found
        if self._kind:
            return _make(0, 0, 0, _INF)
        if self._n == 0:
            context._note(_ZERODIV)
            return _make(1, 0, 0, _INF)
        power = self.adjusted()
        return _finish(1 if power < 0 else 0, abs(power), 0, context)

    def scaleb(self, other, context=None):
        """Return the first operand with the exponent adjusted by the second."""
        other, context = _argument(other), _of(context)
        found = _nan_of(self, other, context)
        if found is not None:
            return found
        limit = 2 * (context.Emax + context.prec)
        if other._kind or other._exp != 0 or not -limit <= int(other) <= limit:
            return _invalid(context)
        if self._kind:
            return _make(self._sign, 0, 0, _INF)
        return _finish(self._sign, self._n, self._exp + int(other), context)

    def shift(self, other, context=None):
        """Return the first operand with its digits shifted by the second, to the left if that is positive."""
        return _moved(self, _argument(other), _of(context), False)

    def rotate(self, other, context=None):
        """Return the first operand with its digits rotated by the second, to the left if that is positive."""
        return _moved(self, _argument(other), _of(context), True)

    # --- functions

    def fma(self, other, third, context=None):
        """Fused multiply-add: self*other+third with no rounding of the intermediate product."""
        return _fma(self, _argument(other), _argument(third), _of(context))

    def remainder_near(self, other, context=None):
        """Return the remainder from dividing self by other, with the quotient nearest to the exact one."""
        return _remnear(self, _argument(other), _of(context))

    def sqrt(self, context=None):
        """Return the square root of the argument to full precision."""
        return _sqrt(self, _of(context))

    def exp(self, context=None):
        """Return the value of the (natural) exponential function e**x at the given number."""
        return _exp(self, _of(context))

    def ln(self, context=None):
        """Return the natural (base e) logarithm of the operand."""
        return _log(self, _of(context), False)

    def log10(self, context=None):
        """Return the base ten logarithm of the operand."""
        return _log(self, _of(context), True)

    def next_minus(self, context=None):
        """Return the largest number representable in the given context that is smaller than the operand."""
        return _next(self, _of(context), -1)

    def next_plus(self, context=None):
        """Return the smallest number representable in the given context that is larger than the operand."""
        return _next(self, _of(context), 1)

    def next_toward(self, other, context=None):
        """Return the number closest to the first operand in the direction of the second."""
        other, context = _argument(other), _of(context)
        found = _nan_of(self, other, context)
        if found is not None:
            return found
        order = self._order(other)
        if order == 0:
            return self.copy_sign(other)
        found = _next(self, context, -order)
        if found._kind == _INF:
            context._note(_OVERFLOW | _INEXACT | _ROUNDED)
        elif found.adjusted() < context.Emin:
            context._note(_UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | (0 if found._n else _CLAMPED))
        return found

    def logical_and(self, other, context=None):
        """Digit-wise and of two logical operands."""
        return _logical(self, _argument(other), _of(context), lambda a, b: a & b)

    def logical_or(self, other, context=None):
        """Digit-wise or of two logical operands."""
        return _logical(self, _argument(other), _of(context), lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        """Digit-wise exclusive or of two logical operands."""
        return _logical(self, _argument(other), _of(context), lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        """Digit-wise inversion of a logical operand."""
        context = _of(context)
        return _logical(self, _make(0, _number("1" * context.prec), 0), context, lambda a, b: a ^ b)


_numbers.Number.register(Decimal)
_typenames.dotted(Decimal)

_BAD_ROUNDING = (
    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
)


# --- making decimals

def _of_int(value):
    return _make(1 if value < 0 else 0, abs(value), 0)


def _of_float(value):
    if value != value:
        return _make(0, 0, 0, _NAN)
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    if value in (_math.inf, -_math.inf):
        return _make(sign, 0, 0, _INF)
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    return _make(sign, n * 5 ** k, -k)


def _converted(cls, value, context):
    if isinstance(value, str):
        found = _parsed(value.strip().replace("_", ""))
        if found is None:
            context._note(_SYNTAX)
            found = (0, 0, 0, _NAN)
    elif isinstance(value, Decimal):
        if cls is Decimal and type(value) is Decimal:
            return value
        found = value._sign, value._n, value._exp, value._kind
    elif isinstance(value, int):
        found = 1 if value < 0 else 0, abs(int(value)), 0, _FINITE
    elif isinstance(value, float):
        context._note(_FLOAT)
        exact = _of_float(value)
        found = exact._sign, exact._n, exact._exp, exact._kind
    elif isinstance(value, (tuple, list)):
        found = _of_tuple(value)
    else:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    self = object.__new__(cls)
    self._sign, self._n, self._exp, self._kind = found
    return self


def _parsed(text):
    match = _parser.fullmatch(text)
    if match is None:
        return None
    sign = 1 if match["sign"] == "-" else 0
    whole = match["int"]
    if whole is not None:
        part = match["frac"] or ""
        return sign, _number(whole + part), int(match["exp"] or "0") - len(part), _FINITE
    if match["diag"] is not None:
        return sign, _number(match["diag"] or "0"), 0, _SNAN if match["signal"] else _NAN
    return sign, 0, 0, _INF


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = _FINITE
    if isinstance(exp, str):
        if exp == "F":
            return int(sign), 0, 0, _INF
        if exp not in ("n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind = _NAN if exp == "n" else _SNAN
        exp = 0
    elif not isinstance(exp, int):
        raise ValueError("exponent must be an integer")
    n = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        n = n * 10 + digit
    return int(sign), n, int(exp), kind


def _operand(value):
    # The other side of an operator, or NotImplemented.
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    return NotImplemented


def _argument(value):
    found = _operand(value)
    if found is NotImplemented:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return found


def _of(context):
    if context is None:
        return _current
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


# --- rounding

def _scaled(sign, n, exp, target, rounding):
    # The coefficient for exponent target, and whether something was lost.
    if exp >= target:
        return n * 10 ** (exp - target), False
    drop = target - exp
    if drop > _ndigits(n) + 1:
        q, r, unit = 0, (1 if n else 0), 10
    else:
        unit = 10 ** drop
        q, r = divmod(n, unit)
    if _up(rounding, sign, q, r, unit):
        q += 1
    return q, r != 0


def _finish(sign, n, exp, context, status=0, rounding=None):
    # A finite result, made to fit the context.
    found, bits = _fitted(sign, n, exp, context, context.rounding if rounding is None else rounding)
    status |= bits
    if status:
        context._note(status)
    return found


def _fitted(sign, n, exp, context, rounding):
    prec, emax = context.prec, context.Emax
    tiny = context.Emin - prec + 1
    top = emax - prec + 1
    if n == 0:
        fixed = min(max(exp, tiny), top if context.clamp else emax)
        return _make(sign, 0, fixed), _CLAMPED if fixed != exp else 0
    digits = _ndigits(n)
    least = digits + exp - prec
    if least > top:
        return _overflowed(sign, context, rounding)
    subnormal = least < tiny
    status = 0
    if subnormal:
        least = tiny
        status = _SUBNORMAL
    if exp < least:
        n, inexact = _scaled(sign, n, exp, least, rounding)
        if n and _ndigits(n) > prec:
            n //= 10
            least += 1
        if least > top:
            return _overflowed(sign, context, rounding)
        status |= _ROUNDED
        if inexact:
            status |= _INEXACT | (_UNDERFLOW if subnormal else 0)
        if n == 0:
            status |= _CLAMPED
        return _make(sign, n, least), status
    if context.clamp and exp > top:
        status |= _CLAMPED
        n *= 10 ** (exp - top)
        exp = top
    return _make(sign, n, exp), status


def _overflowed(sign, context, rounding):
    status = _OVERFLOW | _INEXACT | _ROUNDED
    if (
        rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP)
        or (rounding == ROUND_CEILING and not sign)
        or (rounding == ROUND_FLOOR and sign)
    ):
        return _make(sign, 0, 0, _INF), status
    return _make(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1), status


# --- NaNs

def _quiet(nan, context):
    n = nan._n
    room = context.prec - context.clamp
    if n and _ndigits(n) > room:
        n %= 10 ** room
    return _make(nan._sign, n, 0, _NAN)


def _first_nan(left, right):
    if left._kind == _SNAN:
        return left
    if right is not None and right._kind == _SNAN:
        return right
    return left if left._kind == _NAN else right


def _nan_of(left, right, context):
    # What an operation gives for operands that are NaNs; None if none is.
    if left._kind <= _INF and (right is None or right._kind <= _INF):
        return None
    found = _first_nan(left, right)
    if found._kind == _SNAN:
        context._note(_INVALID)
    return _quiet(found, context)


def _invalid(context, status=_INVALID):
    context._note(status)
    return _make(0, 0, 0, _NAN)


# --- arithmetic

def _plus(self, context):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind:
        return self if type(self) is Decimal else _make(self._sign, 0, 0, _INF)
    sign = self._sign
    if self._n == 0 and context.rounding != ROUND_FLOOR:
        sign = 0
    return _finish(sign, self._n, self._exp, context)


def _minus(self, context):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind:
        return _make(1 - self._sign, 0, 0, _INF)
    sign = 1 - self._sign
    if self._n == 0:
        sign = 1 if context.rounding == ROUND_FLOOR and self._sign == 0 else 0
    return _finish(sign, self._n, self._exp, context)


def _sum(s1, n1, e1, s2, n2, e2, context):
    # Exact, or with a digit that stands for all that lies far to the right. Sign, coefficient, exponent.
    if n1 == 0 and n2 == 0:
        sign = s1 if s1 == s2 else (1 if context.rounding == ROUND_FLOOR else 0)
        return sign, 0, min(e1, e2)
    if n1 == 0:
        exp = max(min(e1, e2), e2 - context.prec - 1)
        return s2, n2 * 10 ** (e2 - exp) if e2 > exp else n2, exp if e2 > exp else e2
    if n2 == 0:
        exp = max(min(e1, e2), e1 - context.prec - 1)
        return s1, n1 * 10 ** (e1 - exp) if e1 > exp else n1, exp if e1 > exp else e1
    if e1 != e2:
        if e1 < e2:
            s1, n1, e1, s2, n2, e2 = s2, n2, e2, s1, n1, e1
        # e1 is the greater one.
        if e1 - e2 > context.prec + 2:
            l1, l2 = _ndigits(n1), _ndigits(n2)
            floor = e1 + min(-1, l1 - context.prec - 2)
            if l2 + e2 - 1 < floor:
                n2, e2 = 1, floor
        n1 *= 10 ** (e1 - e2)
        e1 = e2
    if s1 == s2:
        return s1, n1 + n2, e1
    if n1 == n2:
        return 1 if context.rounding == ROUND_FLOOR else 0, 0, e1
    return (s1, n1 - n2, e1) if n1 > n2 else (s2, n2 - n1, e1)


def _add(self, other, context, flip=0):
    if self._kind or other._kind:
        found = _nan_of(self, other, context)
        if found is not None:
            return found
        if self._kind and other._kind and self._sign != other._sign ^ flip:
            return _invalid(context)
        return _make(self._sign if self._kind else other._sign ^ flip, 0, 0, _INF)
    sign, n, exp = _sum(self._sign, self._n, self._exp, other._sign ^ flip, other._n, other._exp, context)
    return _finish(sign, n, exp, context)


def _sub(self, other, context):
    return _add(self, other, context, 1)


def _mul(self, other, context):
    sign = self._sign ^ other._sign
    if self._kind or other._kind:
        found = _nan_of(self, other, context)
        if found is not None:
            return found
        if not self or not other:
            return _invalid(context)
        return _make(sign, 0, 0, _INF)
    return _finish(sign, self._n * other._n, self._exp + other._exp, context)


def _fma(self, other, third, context):
    if self._kind > _INF or other._kind > _INF or third._kind > _INF:
        for each in (self, other, third):
            if each._kind == _SNAN:
                return _nan_of(each, None, context)
        for each in (self, other, third):
            if each._kind == _NAN:
                return _quiet(each, context)
    sign = self._sign ^ other._sign
    if self._kind or other._kind:
        if not self or not other:
            return _invalid(context)
        product = _make(sign, 0, 0, _INF)
    else:
        product = _make(sign, self._n * other._n, self._exp + other._exp)
    return _add(product, third, context)


def _div(self, other, context):
    sign = self._sign ^ other._sign
    if self._kind or other._kind:
        found = _nan_of(self, other, context)
        if found is not None:
            return found
        if self._kind and other._kind:
            return _invalid(context)
        if self._kind:
            return _make(sign, 0, 0, _INF)
        context._note(_CLAMPED)
        return _make(sign, 0, context.Etiny())
    if other._n == 0:
        if self._n == 0:
            return _invalid(context, _UNDEFINED)
        context._note(_ZERODIV)
        return _make(sign, 0, 0, _INF)
    ideal = self._exp - other._exp
    if self._n == 0:
        return _finish(sign, 0, ideal, context)
    shift = _ndigits(other._n) - _ndigits(self._n) + context.prec + 1
    exp = ideal - shift
    if shift >= 0:
        q, r = divmod(self._n * 10 ** shift, other._n)
    else:
        q, r = divmod(self._n, other._n * 10 ** -shift)
    if r:
        if q % 5 == 0:
            q += 1
    else:
        while exp < ideal and q % 10 == 0:
            q //= 10
            exp += 1
    return _finish(sign, q, exp, context)


def _quotient(self, other, context):
    # Whole quotient and remainder as decimals, of finite numbers and a divisor that is not 0; None where there are too many digits.
    sign = self._sign ^ other._sign
    ideal = min(self._exp, other._exp)
    if self._n == 0:
        return _make(sign, 0, 0), _make(self._sign, 0, ideal)
    if self.adjusted() - other.adjusted() <= -2:
        rest = _make(self._sign, self._n * 10 ** (self._exp - ideal) if self._exp - ideal < context.prec + 5 else self._n,
                     ideal if self._exp - ideal < context.prec + 5 else self._exp)
        return _make(sign, 0, 0), rest
    if self.adjusted() - other.adjusted() > context.prec + 1:
        return None
    q, r = divmod(self._n * 10 ** (self._exp - ideal), other._n * 10 ** (other._exp - ideal))
    if q >= 10 ** context.prec:
        return None
    return _make(sign, q, 0), _make(self._sign, r, ideal)


def _divmod(self, other, context):
    found = _nan_of(self, other, context)
    if found is not None:
        return found, found
    sign = self._sign ^ other._sign
    if self._kind:
        if other._kind:
            context._note(_INVALID)
            return _make(0, 0, 0, _NAN), _make(0, 0, 0, _NAN)
        context._note(_INVALID)
        return _make(sign, 0, 0, _INF), _make(0, 0, 0, _NAN)
    if other._kind:
        return _make(sign, 0, 0), _finish(self._sign, self._n, self._exp, context)
    if other._n == 0:
        if self._n == 0:
            return _invalid(context, _UNDEFINED), _make(0, 0, 0, _NAN)
        context._note(_ZERODIV | _INVALID)
        return _make(sign, 0, 0, _INF), _make(0, 0, 0, _NAN)
    pair = _quotient(self, other, context)
    if pair is None:
        return _invalid(context, _IMPOSSIBLE), _make(0, 0, 0, _NAN)
    return pair[0], _finish(pair[1]._sign, pair[1]._n, pair[1]._exp, context)


def _divint(self, other, context):
    found = _nan_of(self, other, context)
    if found is not None:
        return found
    sign = self._sign ^ other._sign
    if self._kind:
        return _invalid(context) if other._kind else _make(sign, 0, 0, _INF)
    if other._kind:
        return _make(sign, 0, 0)
    if other._n == 0:
        if self._n == 0:
            return _invalid(context, _UNDEFINED)
        context._note(_ZERODIV)
        return _make(sign, 0, 0, _INF)
    pair = _quotient(self, other, context)
    return _invalid(context, _IMPOSSIBLE) if pair is None else pair[0]


def _rem(self, other, context):
    found = _nan_of(self, other, context)
    if found is not None:
        return found
    if self._kind:
        return _invalid(context)
    if other._kind:
        return _finish(self._sign, self._n, self._exp, context)
    if other._n == 0:
        return _invalid(context, _INVALID if self._n else _UNDEFINED)
    pair = _quotient(self, other, context)
    if pair is None:
        return _invalid(context, _IMPOSSIBLE)
    return _finish(pair[1]._sign, pair[1]._n, pair[1]._exp, context)


def _remnear(self, other, context):
    found = _nan_of(self, other, context)
    if found is not None:
        return found
    if self._kind:
        return _invalid(context)
    if other._kind:
        return _finish(self._sign, self._n, self._exp, context)
    if other._n == 0:
        return _invalid(context, _INVALID if self._n else _UNDEFINED)
    ideal = min(self._exp, other._exp)
    if self._n == 0:
        return _finish(self._sign, 0, ideal, context)
    gap = self.adjusted() - other.adjusted()
    if gap >= context.prec + 1:
        return _invalid(context, _IMPOSSIBLE)
    if gap <= -2:
        return _finish(self._sign, self._n, self._exp, context)
    b = other._n * 10 ** (other._exp - ideal)
    q, r = divmod(self._n * 10 ** (self._exp - ideal), b)
    if 2 * r + (q & 1) > b:
        r -= b
        q += 1
    if q >= 10 ** context.prec:
        return _invalid(context, _IMPOSSIBLE)
    sign = self._sign
    if r < 0:
        sign, r = 1 - sign, -r
    return _finish(sign, r, ideal, context)


def _integral(self, rounding, context, exact):
    if rounding is None:
        rounding = context.rounding
    elif rounding not in _ROUNDINGS:
        raise TypeError(_BAD_ROUNDING)
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind or self._exp >= 0:
        return _make(self._sign, self._n, self._exp, self._kind)
    if self._n == 0:
        return _make(self._sign, 0, 0)
    n, inexact = _scaled(self._sign, self._n, self._exp, 0, rounding)
    if exact:
        context._note(_ROUNDED | (_INEXACT if inexact else 0))
    return _make(self._sign, n, 0)


def _total(a, b):
    # The total order: -NaN < -sNaN < -Infinity < numbers < Infinity < sNaN < NaN.
    if a._sign != b._sign:
        return -1 if a._sign else 1
    flip = -1 if a._sign else 1
    rank = (0, 1, 3, 2)
    left, right = rank[a._kind], rank[b._kind]
    if left != right:
        return flip * (1 if left > right else -1)
    if a._kind == _INF:
        return 0
    if a._kind:
        return flip * ((a._n > b._n) - (a._n < b._n))
    order = a._order(b)
    if order:
        return order
    return flip * ((a._exp > b._exp) - (a._exp < b._exp))


def _extreme(a, b, context, want, by_size):
    if a._kind > _INF or b._kind > _INF:
        if a._kind == _NAN and b._kind <= _INF:
            return _finished(b, context)
        if b._kind == _NAN and a._kind <= _INF:
            return _finished(a, context)
        return _nan_of(a, b, context)
    order = a.copy_abs()._order(b.copy_abs()) if by_size else a._order(b)
    if order == 0:
        order = _total(a, b)
    return _finished(b if order * want < 0 else a, context)


def _finished(self, context):
    return self if self._kind else _finish(self._sign, self._n, self._exp, context)


def _moved(self, other, context, around):
    found = _nan_of(self, other, context)
    if found is not None:
        return found
    prec = context.prec
    if other._kind or other._exp != 0 or not -prec <= int(other) <= prec:
        return _invalid(context)
    if self._kind:
        return _make(self._sign, 0, 0, _INF)
    by = int(other)
    n = self._n % 10 ** prec
    if around:
        by %= prec
        n = n * 10 ** by % 10 ** prec + n // 10 ** (prec - by)
    elif by < 0:
        n //= 10 ** -by
    else:
        n = n * 10 ** by % 10 ** prec
    return _make(self._sign, n, self._exp)


def _logical(a, b, context, combine):
    texts = []
    for each in (a, b):
        text = _text(each._n)
        if each._kind or each._sign or each._exp or text.strip("01"):
            return _invalid(context)
        texts.append(text[-context.prec:])
    width = max(map(len, texts))
    left, right = (text.zfill(width) for text in texts)
    return _make(0, _number("".join(str(combine(int(x), int(y))) for x, y in zip(left, right))), 0)


def _next(self, context, direction):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    prec = context.prec
    if self._kind:
        if (self._sign == 1) == (direction < 0):
            return _make(self._sign, 0, 0, _INF)
        return _make(self._sign, 10 ** prec - 1, context.Etop())
    rounding = ROUND_CEILING if direction > 0 else ROUND_FLOOR
    found, _ = _fitted(self._sign, self._n, self._exp, context, rounding)
    if found._order(self):
        return found
    tiny = _make(0 if direction > 0 else 1, 1, context.Etiny() - 1)
    quiet = context.copy()
    quiet.rounding = rounding
    sign, n, exp = _sum(self._sign, self._n, self._exp, tiny._sign, 1, tiny._exp, quiet)
    return _fitted(sign, n, exp, quiet, rounding)[0]


# --- roots, exponentials, logarithms

def _sqrt(self, context):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind == _INF and self._sign == 0:
        return _make(0, 0, 0, _INF)
    if self._kind == _FINITE and self._n == 0:
        return _finish(self._sign, 0, self._exp >> 1, context)
    if self._sign:
        return _invalid(context)
    prec = context.prec + 1
    exp = self._exp >> 1
    n = self._n
    length = _ndigits(n)
    if self._exp & 1:
        n *= 10
        half = (length >> 1) + 1
    else:
        half = (length + 1) >> 1
    shift = prec - half
    exact = True
    if shift >= 0:
        n *= 100 ** shift
    else:
        n, lost = divmod(n, 100 ** -shift)
        exact = not lost
    exp -= shift
    root = _math.isqrt(n)
    if exact and root * root == n:
        if shift >= 0:
            root //= 10 ** shift
        else:
            root *= 10 ** -shift
        exp += shift
    elif root % 5 == 0:
        root += 1
    return _finish(0, root, exp, context, 0, ROUND_HALF_EVEN)


_logs = {}


def _constant(name, digits):
    # floor of ln 2 or ln 10 times 10**digits, within a few units of the last place.
    known = _logs.get(name)
    if known is None or known[0] < digits:
        room = digits + 12
        unit = 10 ** room

        def series(k):
            # atanh(1/k)
            power = unit // k
            total, square, n = power, k * k, 1
            while power:
                power //= square
                n += 2
                total += power // n
            return total

        if name == "2":
            value = 18 * series(26) - 2 * series(4801) + 8 * series(8749)
        else:
            value = 46 * series(31) + 34 * series(49) + 20 * series(161)
        known = _logs[name] = room, value
    return known[1] // 10 ** (known[0] - digits)


def _exp_fixed(x, digits):
    # exp of x / 10**digits: coefficient with about that many digits, and its exponent.
    extra = digits + 10 + max(0, _ndigits(abs(x)) - digits)
    x *= 10 ** (extra - digits)
    ten = _constant("10", extra)
    k = x // ten
    r = x - k * ten
    unit = 10 ** extra
    # Halve until the series is short.
    halvings = 8 + int(extra ** 0.5)
    guard = 1 << halvings
    r = (r * guard) // guard
    big = unit * guard
    step = r
    total = term = big
    n = 0
    while term:
        n += 1
        term = term * step // (big * n)
        total += term
    for _ in range(halvings):
        total = total * total // big
    return total // guard, k - extra


def _ln_fixed(n, exp, digits):
    # ln(n * 10**exp) * 10**digits, within a unit of the last place or so.
    length = _ndigits(n)
    k = length + exp
    room = digits + 15 + len(str(abs(k)))
    unit = 10 ** room
    # x = n / 10**length lies in [0.1, 1).
    x = n * 10 ** (room - length) if room >= length else n // 10 ** (length - room)
    two = _constant("2", room)
    halvings = 0
    shift = 0
    while 10 * x < 7 * unit:
        x *= 2
        shift += 1
    if room > 40:
        halvings = int(room ** 0.5) // 2
    guard = 10 ** (halvings // 3 + 2)
    x *= guard
    scale = unit * guard
    for _ in range(halvings):
        x = _math.isqrt(x * scale)
    y = (x - scale) * scale // (x + scale)
    square = y * y // scale
    power = total = y
    count = 1
    while power:
        power = power * square // scale
        if power == -1:
            break
        count += 2
        total += power // count
    value = (2 * total << halvings) // guard
    value += _constant("10", room) * k - two * shift
    return value // 10 ** (room - digits)


def _rounded_by_need(compute, context):
    # compute(p) gives sign, coefficient and exponent with p good digits or more; on until the rounding is certain.
    extra = 5
    while True:
        sign, n, exp = compute(context.prec + extra)
        length = _ndigits(n)
        if length > context.prec + 2:
            half = 5 * 10 ** (length - context.prec - 1)
            rest = n % (2 * half)
            near = 3 * 10 ** max(0, length - context.prec - extra)
            if near < rest < 2 * half - near and abs(rest - half) > near:
                break
        extra += 6
    if n % 5 == 0:
        n = n * 10 + 1
        exp -= 1
    return _finish(sign, n, exp, context, 0, ROUND_HALF_EVEN)


def _exp(self, context):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind:
        return _make(0, 0, 0) if self._sign else _make(0, 0, 0, _INF)
    if self._n == 0:
        return _make(0, 1, 0)
    prec, size = context.prec, self.adjusted()
    if self._sign == 0 and size > len(str((context.Emax + 1) * 3)):
        return _finish(0, 1, context.Emax + 1, context, 0, ROUND_HALF_EVEN)
    if self._sign == 1 and size > len(str((-context.Etiny() + 1) * 3)):
        return _finish(0, 1, context.Etiny() - 1, context, 0, ROUND_HALF_EVEN)
    if size < -prec - 1:
        # 1 and a little more or less.
        if self._sign:
            return _finish(0, 10 ** (prec + 3) - 1, -prec - 3, context, 0, ROUND_HALF_EVEN)
        return _finish(0, 10 ** (prec + 3) + 1, -prec - 3, context, 0, ROUND_HALF_EVEN)

    def compute(digits):
        room = digits + 5 + max(0, size)
        x = self._n * 10 ** (self._exp + room) if self._exp + room >= 0 else self._n // 10 ** -(self._exp + room)
        n, exp = _exp_fixed(-x if self._sign else x, room)
        return 0, n, exp

    return _rounded_by_need(compute, context)


def _log(self, context, ten):
    found = _nan_of(self, None, context)
    if found is not None:
        return found
    if self._kind == _FINITE and self._n == 0:
        return _make(1, 0, 0, _INF)
    if self._kind == _INF and self._sign == 0:
        return _make(0, 0, 0, _INF)
    if self._sign:
        return _invalid(context)
    if ten:
        text = _text(self._n)
        if text[0] == "1" and not text[1:].strip("0"):
            power = self._exp + len(text) - 1
            return _finish(1 if power < 0 else 0, abs(power), 0, context)
    elif self._order(_make(0, 1, 0)) == 0:
        return _make(0, 0, 0)
    # Near 1 the logarithm is small and needs more places.
    near = 0
    if self.adjusted() in (0, -1):
        unit = 10 ** -self._exp if self._exp < 0 else 1
        gap = abs(self._n - unit)
        if gap:
            near = max(0, _ndigits(unit) - _ndigits(gap))

    def compute(digits):
        room = digits + near + 3
        value = _ln_fixed(self._n, self._exp, room + (2 if ten else 0))
        if ten:
            value = value * 10 ** room // _constant("10", room + 2)
        return (1 if value < 0 else 0), abs(value), -room

    return _rounded_by_need(compute, context)


def _odd(self):
    # Of a whole number.
    if self._exp > 0:
        return False
    return (self._n // 10 ** -self._exp) & 1 == 1


def _is_whole(self):
    if self._kind or self._exp >= 0 or self._n == 0:
        return self._kind == _FINITE
    return -self._exp < _ndigits(self._n) + 1 and self._n % 10 ** -self._exp == 0


def _pow(self, other, context):
    found = _nan_of(self, other, context)
    if found is not None:
        return found
    if other._kind == _FINITE and other._n == 0:
        if self._kind == _FINITE and self._n == 0:
            return _invalid(context)
        return _make(0, 1, 0)
    sign = 0
    base = self
    if self._sign:
        if _is_whole(other):
            sign = 1 if _odd(other) else 0
        elif self:
            return _invalid(context)
        base = self.copy_negate()
    if base._kind == _FINITE and base._n == 0:
        return _make(sign, 0, 0, _INF) if other._sign else _make(sign, 0, 0)
    if base._kind:
        return _make(sign, 0, 0) if other._sign else _make(sign, 0, 0, _INF)
    one = base._order(_make(0, 1, 0))
    if one == 0:
        if _is_whole(other):
            if other._sign:
                times = 0
            else:
                times = min(int(other), context.prec) if other.adjusted() < 20 else context.prec
            exp = base._exp * times
            if exp < 1 - context.prec:
                exp = 1 - context.prec
                context._note(_ROUNDED)
        else:
            context._note(_INEXACT | _ROUNDED)
            exp = 1 - context.prec
        return _make(sign, 10 ** -exp, exp)
    size = base.adjusted()
    if other._kind:
        if (other._sign == 0) == (one < 0):
            return _make(sign, 0, 0)
        return _make(sign, 0, 0, _INF)
    # Far out of range?
    bound = _log_bound(base) + other.adjusted()
    if (size >= 0 and one > 0) == (other._sign == 0):
        if bound >= len(str(context.Emax)):
            return _finish(sign, 1, context.Emax + 1, context)
    elif bound >= len(str(-context.Etiny())):
        return _finish(sign, 1, context.Etiny() - 1, context)
    exact = _exact_power(base, other, context)
    if exact is not None:
        n, exp = exact
        if not _is_whole(other) and _ndigits(n) <= context.prec:
            # The result of a power with a part is padded, and counts as inexact.
            more = context.prec + 1 - _ndigits(n)
            n *= 10 ** more
            exp -= more
            return _finish(sign, n, exp, context, _INEXACT | _ROUNDED)
        return _finish(sign, n, exp, context)

    def compute(digits):
        # base ** other = exp(other * ln(base))
        weight = max(0, other.adjusted() + _log_bound(base) + 3)
        room = digits + weight + 6 + max(0, -_log_bound(base))
        log = _ln_fixed(base._n, base._exp, room + max(0, other.adjusted()) + 2)
        room += max(0, other.adjusted()) + 2
        x = log * other._n
        x = x * 10 ** other._exp if other._exp >= 0 else x // 10 ** -other._exp
        n, exp = _exp_fixed(-x if other._sign else x, room)
        return sign, n, exp

    return _rounded_by_rounding(compute, context)


def _rounded_by_rounding(compute, context):
    sign, n, exp = compute(context.prec + 8)
    if n % 5 == 0:
        n = n * 10 + 1
        exp -= 1
    return _finish(sign, n, exp, context)


def _log_bound(self):
    # A lower bound for the decimal exponent of |log10(self)|, self not 1.
    size = self.adjusted()
    if size >= 1:
        return len(str(size)) - 1
    if size <= -2:
        return len(str(-1 - size)) - 1
    unit = 10 ** -self._exp if self._exp < 0 else 1
    n = self._n * 10 ** self._exp if self._exp > 0 else self._n
    gap = abs(n - unit)
    return _ndigits(gap) - _ndigits(max(n, unit)) - 1


def _exact_power(base, other, context):
    # Coefficient and exponent if base ** other has few enough digits to be worked out exactly; base > 0 and not 1.
    n, e = base._n, base._exp
    while n % 10 == 0:
        n //= 10
        e += 1
    m, f = other._n, other._exp
    while m % 10 == 0:
        m //= 10
        f += 1
    limit = context.prec + 4
    if f >= 0:
        power = m * 10 ** f if f < 12 else None
        if power is None:
            return (1, e * m * 10 ** f * (-1 if other._sign else 1)) if n == 1 else None
        if not other._sign:
            if power * (_ndigits(base._n) - 1) > limit + 3 * power and n > 1 and power * n.bit_length() > limit * 4:
                return None
            if n > 1 and power * n.bit_length() > 8 * limit + 64:
                return None
            value = base._n ** power
            return value, base._exp * power
        # Negative: only where the reciprocal ends.
        rest, twos, fives = n, 0, 0
        while rest % 2 == 0:
            rest //= 2
            twos += 1
        while rest % 5 == 0:
            rest //= 5
            fives += 1
        if rest != 1:
            return None
        if max(twos, fives) * power > 4 * limit:
            return None
        if twos:
            value, down = 5 ** (twos * power), twos * power
        else:
            value, down = 2 ** (fives * power), fives * power
        if _ndigits(value) > limit:
            return None
        exp = -e * power - down
        return value, exp
    # A root: base ** (m / 10**-f).
    if -f > 6:
        return None
    top, bottom = m, 10 ** -f
    common = _math.gcd(top, bottom)
    top //= common
    bottom //= common
    if bottom > 10000 or top > 10000:
        return None
    if e % bottom:
        move = e % bottom
        n *= 10 ** move
        e -= move
    root = _root(n, bottom)
    if root is None:
        return None
    return _exact_power(_make(0, root, e // bottom), _make(other._sign, top, 0), context)


def _root(n, k):
    # The whole k-th root of n, or None.
    if n == 1:
        return 1
    if k > n.bit_length():
        return None
    guess = 1 << -(-n.bit_length() // k)
    while True:
        better = ((k - 1) * guess + n // guess ** (k - 1)) // k
        if better >= guess:
            break
        guess = better
    return guess if guess ** k == n else None


def _powmod(self, other, modulo, context):
    for each in (self, other, modulo):
        if each._kind > _INF:
            return _nan_of(each, None, context)
    if not (_is_whole(self) and _is_whole(other) and _is_whole(modulo)):
        return _invalid(context)
    if other._sign or modulo._n == 0 or modulo.adjusted() >= context.prec:
        return _invalid(context)
    if other._n == 0 and self._n == 0:
        return _invalid(context)
    base, power, by = int(self), int(other), abs(int(modulo))
    found = pow(abs(base), power, by)
    return _make(1 if base < 0 and power & 1 else 0, found, 0)


# --- formats

def _formatted(self, spec, context):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    match = _spec.fullmatch(spec)
    if match is None:
        raise ValueError("invalid format string")
    fill, align, kind, precision = match["fill"], match["align"], match["type"], match["precision"]
    zeropad = match["zeropad"] is not None
    if zeropad:
        if align is not None:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    fill = fill or " "
    align = align or ">"
    width = int(match["width"] or 0)
    separator = match["sep"]
    if kind == "n":
        if separator is not None:
            raise ValueError("invalid format string")
        kind = "g"
    plus = match["sign"] or "-"
    if self._kind:
        sign = "-" if self._sign else plus if plus in " +" else ""
        body = self.copy_abs()._shown(1, False) + ("%" if kind == "%" else "")
        return _aligned(sign, body, " " if zeropad else fill, ">" if zeropad else align, width)
    if kind is None:
        kind = "G" if context.capitals else "g"
    n, exp, negative = self._n, self._exp, self._sign
    if kind == "%":
        exp += 2
    rounding = context.rounding
    if precision is not None:
        precision = int(precision)
        if kind in "eE":
            n, exp = _to_digits(negative, n, exp, precision + 1, rounding)
        elif kind in "fF%":
            n, exp = _scaled(negative, n, exp, -precision, rounding)[0], -precision
        else:
            precision = precision or 1
            if _ndigits(n) > precision:
                n, exp = _to_digits(negative, n, exp, precision, rounding)
    if n == 0 and exp > 0 and kind in "fF%":
        exp = 0
    if n == 0 and match["z"]:
        negative = 0
    digits = _text(n)
    left = exp + len(digits)
    if kind in "eE":
        dot = 1 - precision if n == 0 and precision is not None else 1
    elif kind in "fF%":
        dot = left
    else:
        dot = left if exp <= 0 and left > -6 else 1
    if dot < 0:
        whole, part = "0", "0" * -dot + digits
    elif dot > len(digits):
        whole, part = digits + "0" * (dot - len(digits)), ""
    else:
        whole, part = digits[:dot] or "0", digits[dot:]
    power = left - dot
    sign = "-" if negative else plus if plus in " +" else ""
    tail = "." + part if part or match["alt"] else ""
    if power != 0 or kind in "eE":
        tail += f"{'E' if kind in 'EG' else 'e'}{power:+}"
    if kind == "%":
        tail += "%"
    least = width - len(tail) - len(sign) if zeropad else 0
    if separator is not None:
        whole = _grouped(whole, separator, least)
    elif zeropad:
        whole = whole.zfill(least)
    return _aligned(sign, whole + tail, fill, align, width)


def _to_digits(sign, n, exp, places, rounding):
    # Rounded to so many significant digits; padded if there are fewer.
    if n == 0:
        return 0, exp if places == 1 else exp
    target = exp + _ndigits(n) - places
    n = _scaled(sign, n, exp, target, rounding)[0]
    if _ndigits(n) > places:
        n //= 10
        target += 1
    return n, target


def _grouped(digits, separator, least):
    groups = []
    while len(digits) > 3:
        groups.append(digits[-3:])
        digits = digits[:-3]
    groups.append(digits)
    length = sum(map(len, groups)) + len(groups) - 1
    while length < least:
        if len(groups[-1]) < 3:
            groups[-1] = "0" + groups[-1]
            length += 1
        else:
            groups.append("0")
            length += 2
    return separator.join(reversed(groups))


def _aligned(sign, body, fill, align, width):
    room = width - len(sign) - len(body)
    if room <= 0:
        return sign + body
    if align == "<":
        return sign + body + fill * room
    if align == ">":
        return fill * room + sign + body
    if align == "=":
        return sign + fill * room + body
    half = room // 2
    return fill * half + sign + body + fill * (room - half)


# --- contexts

class SignalDict(_MutableMapping):
    """Signals and whether they are set."""

    __slots__ = ("_context", "_name")

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._name) & _signal_bit(signal))

    def __setitem__(self, signal, value):
        bit = _signal_bit(signal)
        bits = getattr(self._context, self._name)
        setattr(self._context, self._name, bits | bit if value else bits & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter([signal for signal, _ in _SIGNALS])

    def __len__(self):
        return len(_SIGNALS)

    def copy(self):
        """The signals as a plain dict."""
        return dict(self)

    def __eq__(self, other):
        if isinstance(other, (SignalDict, dict)):
            return dict(self) == dict(other)
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{value}" for signal, value in self.items()) + "}"


def _signal_bit(signal):
    bit = _BIT_OF.get(signal) if isinstance(signal, type) else None
    if bit is None:
        raise KeyError("invalid error flag")
    return bit


def _bits_of(signals):
    if isinstance(signals, (dict, SignalDict)):
        if set(signals) != set(_BIT_OF):
            raise KeyError("invalid error flag") if isinstance(signals, dict) else TypeError("invalid signal dict")
        return sum(_BIT_OF[signal] for signal, value in signals.items() if value)
    bits = 0
    for signal in signals:
        bit = _BIT_OF.get(signal) if isinstance(signal, type) else None
        if bit is None:
            raise TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, "
                            "Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
        bits |= bit
    return bits


# The order in which a context shows its signals.
_SHOWN = Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow


class Context:
    """The context affects almost all operations and controls rounding, Over/Underflow, raising of exceptions and much more."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None, **others):
        for name in others:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        base = DefaultContext if "DefaultContext" in globals() else None
        get = object.__setattr__
        get(self, "_flags", 0)
        get(self, "_traps", _INVALID | _ZERODIV | _OVERFLOW if base is None else base._traps)
        self.prec = prec if prec is not None else 28 if base is None else base.prec
        self.rounding = rounding if rounding is not None else ROUND_HALF_EVEN if base is None else base.rounding
        self.Emin = Emin if Emin is not None else -999999 if base is None else base.Emin
        self.Emax = Emax if Emax is not None else 999999 if base is None else base.Emax
        self.capitals = capitals if capitals is not None else 1 if base is None else base.capitals
        self.clamp = clamp if clamp is not None else 0 if base is None else base.clamp
        if traps is not None:
            self.traps = traps
        if flags is not None:
            self.flags = flags

    def __setattr__(self, name, value):
        if name in ("flags", "traps"):
            return object.__setattr__(self, "_" + name, _bits_of(value))
        if name in ("_flags", "_traps"):
            return object.__setattr__(self, name, value)
        if name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError(_BAD_ROUNDING)
            return object.__setattr__(self, name, value)
        bounds = {
            "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
            "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
            "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
            "capitals": (0, 1, "valid values for capitals are 0 or 1"),
            "clamp": (0, 1, "valid values for clamp are 0 or 1"),
        }.get(name)
        if bounds is None:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        low, high, message = bounds
        if not low <= value <= high:
            raise ValueError(message)
        object.__setattr__(self, name, int(value))

    def __delattr__(self, name):
        if name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise AttributeError("context attributes cannot be deleted")
        raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    @property
    def flags(self):
        return SignalDict(self, "_flags")

    @property
    def traps(self):
        return SignalDict(self, "_traps")

    def __repr__(self):
        def names(bits):
            return ", ".join(signal.__name__ for signal in _SHOWN if bits & _BIT_OF[signal])

        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, "
            f"clamp={self.clamp}, flags=[{names(self._flags)}], traps=[{names(self._traps)}])"
        )

    def _note(self, status):
        # Conditions have arisen: flags are set, and what is trapped is raised.
        bits = status & ~_ANY_INVALID | (_INVALID if status & _ANY_INVALID else 0)
        object.__setattr__(self, "_flags", self._flags | bits)
        trapped = bits & self._traps
        if trapped:
            shown = status if trapped & _INVALID else status & ~_ANY_INVALID
            shown &= trapped | _ANY_INVALID
            kinds = [condition for condition, bit in _CONDITIONS if shown & bit]
            for signal, bit in _SIGNALS:
                if trapped & bit:
                    raise signal(kinds)

    def clear_flags(self):
        """Reset all flags to False."""
        self._flags = 0

    def clear_traps(self):
        """Set all traps to False."""
        self._traps = 0

    def copy(self):
        """Return a duplicate of the context with all flags cleared."""
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made._flags = self._flags
        made._traps = self._traps
        return made

    __copy__ = copy

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s, bit in _SIGNALS if self._flags & bit], [s for s, bit in _SIGNALS if self._traps & bit])

    def Etiny(self):
        """Return a value equal to Emin - prec + 1."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self.Emax - self.prec + 1

    def radix(self):
        """Return 10."""
        return _make(0, 10, 0)

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context."""
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            found = _invalid(self, _SYNTAX)
        else:
            found = _converted(Decimal, num, self)
        if found._kind > _INF:
            if found._n and _ndigits(found._n) > self.prec - self.clamp:
                return _invalid(self, _SYNTAX)
            return found
        return found if found._kind else _finish(found._sign, found._n, found._exp, self)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded by the context."""
        found = Decimal.from_float(f)
        return found if found._kind else _finish(found._sign, found._n, found._exp, self)

    def plus(self, x, /):
        return _plus(_argument(x), self)

    def minus(self, x, /):
        return _minus(_argument(x), self)

    def abs(self, x, /):
        x = _argument(x)
        return _minus(x, self) if x._sign else _plus(x, self)

    def add(self, x, y, /):
        return _add(_argument(x), _argument(y), self)

    def subtract(self, x, y, /):
        return _sub(_argument(x), _argument(y), self)

    def multiply(self, x, y, /):
        return _mul(_argument(x), _argument(y), self)

    def divide(self, x, y, /):
        return _div(_argument(x), _argument(y), self)

    def divide_int(self, x, y, /):
        return _divint(_argument(x), _argument(y), self)

    def divmod(self, x, y, /):
        return _divmod(_argument(x), _argument(y), self)

    def remainder(self, x, y, /):
        return _rem(_argument(x), _argument(y), self)

    def remainder_near(self, x, y, /):
        return _remnear(_argument(x), _argument(y), self)

    def fma(self, x, y, z, /):
        return _fma(_argument(x), _argument(y), _argument(z), self)

    def power(self, a, b, modulo=None):
        if modulo is None:
            return _pow(_argument(a), _argument(b), self)
        return _powmod(_argument(a), _argument(b), _argument(modulo), self)

    def to_sci_string(self, x, /):
        return _argument(x)._shown(self.capitals, False)

    def to_eng_string(self, x, /):
        return _argument(x)._shown(self.capitals, True)

    def to_integral_exact(self, x, /):
        return _integral(_argument(x), None, self, True)

    def to_integral_value(self, x, /):
        return _integral(_argument(x), None, self, False)

    to_integral = to_integral_value

    def copy_decimal(self, x, /):
        return _argument(x)

    def __getattr__(self, name):
        # Functions of decimals with the context as their last argument.
        if name in _FORWARDED:
            method = getattr(Decimal, name)
            return lambda x, *others: method(_argument(x), *others, context=self)
        if name in _PLAIN:
            method = getattr(Decimal, name)
            return lambda x: method(_argument(x))
        raise AttributeError(f"'decimal.Context' object has no attribute '{name}'", name=name, obj=self)


_FORWARDED = frozenset(
    "compare compare_signal compare_total compare_total_mag copy_sign exp is_normal is_subnormal ln log10 logb logical_and "
    "logical_invert logical_or logical_xor max max_mag min min_mag next_minus next_plus next_toward normalize number_class "
    "quantize rotate same_quantum scaleb shift sqrt".split()
)
_PLAIN = frozenset(
    "canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero".split()
)
_typenames.dotted(Context)

DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_current = DefaultContext.copy()


def getcontext():
    """Get the current default context."""
    return _current


def setcontext(context, /):
    """Set a new default context."""
    global _current
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class _ContextManager:
    def __init__(self, made):
        self._made = made

    def __enter__(self):
        self._saved = _current
        setcontext(self._made)
        return self._made

    def __exit__(self, *exc):
        setcontext(self._saved)
        return False


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the with-statement and restore the previous default context when exiting the with-statement."""
    if ctx is None:
        ctx = _current
    elif not isinstance(ctx, Context):
        raise TypeError("argument must be a context")
    made = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value)
    return _ContextManager(made)
