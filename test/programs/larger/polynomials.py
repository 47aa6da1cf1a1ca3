"""Polynomials over any numbers: arithmetic, division, gcd, derivatives, roots, interpolation, printing."""
from fractions import Fraction
from functools import reduce
from itertools import zip_longest
from numbers import Number


class Polynomial:
    __slots__ = ("terms",)

    def __init__(self, *terms):
        terms = list(terms[0]) if len(terms) == 1 and not isinstance(terms[0], Number) else list(terms)
        while terms and not terms[-1]:
            terms.pop()
        object.__setattr__(self, "terms", tuple(terms))

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} objects do not change")

    @classmethod
    def x(cls, power=1):
        return cls([0] * power + [1])

    @classmethod
    def from_roots(cls, *roots):
        return reduce(lambda product, root: product * cls(-root, 1), roots, cls(1))

    @property
    def degree(self):
        return len(self.terms) - 1

    def __bool__(self):
        return bool(self.terms)

    def __len__(self):
        return len(self.terms)

    def __iter__(self):
        return iter(self.terms)

    def __getitem__(self, power):
        if isinstance(power, slice):
            return Polynomial(self.terms[power])
        return self.terms[power] if power < len(self.terms) else 0

    def __eq__(self, other):
        if isinstance(other, Number):
            other = Polynomial(other)
        return self.terms == other.terms if isinstance(other, Polynomial) else NotImplemented

    def __hash__(self):
        return hash(self.terms)

    def __call__(self, value):
        if isinstance(value, Polynomial):
            return reduce(lambda total, term: total * value + term, reversed(self.terms), Polynomial())
        return reduce(lambda total, term: total * value + term, reversed(self.terms), 0)

    def _other(self, other):
        return other if isinstance(other, Polynomial) else Polynomial(other) if isinstance(other, Number) else None

    def __add__(self, other):
        if (other := self._other(other)) is None:
            return NotImplemented
        return Polynomial([a + b for a, b in zip_longest(self, other, fillvalue=0)])

    __radd__ = __add__

    def __neg__(self):
        return Polynomial([-term for term in self])

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if (other := self._other(other)) is None:
            return NotImplemented
        if not self or not other:
            return Polynomial()
        product = [0] * (len(self) + len(other) - 1)
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                product[i + j] += a * b
        return Polynomial(product)

    __rmul__ = __mul__

    def __pow__(self, power):
        if power < 0:
            raise ValueError("the power must not be negative")
        return reduce(lambda result, _: result * self, range(power), Polynomial(1))

    def __divmod__(self, divisor):
        if not divisor:
            raise ZeroDivisionError("polynomial division by zero")
        quotient, rest = Polynomial(), self
        while rest and rest.degree >= divisor.degree:
            factor = Polynomial.x(rest.degree - divisor.degree) * (Fraction(rest[-1]) / divisor[-1])
            quotient, rest = quotient + factor, rest - factor * divisor
        return quotient, rest

    def __floordiv__(self, divisor):
        return divmod(self, divisor)[0]

    def __mod__(self, divisor):
        return divmod(self, divisor)[1]

    def derivative(self, times=1):
        result = self
        for _ in range(times):
            result = Polynomial([power * term for power, term in enumerate(result)][1:])
        return result

    def integral(self, constant=0):
        return Polynomial([constant, *(Fraction(term, power + 1) for power, term in enumerate(self))])

    def gcd(self, other):
        a, b = self, other
        while b:
            a, b = b, a % b
        return a * (1 / Fraction(a[-1])) if a else a

    def root_near(self, guess, steps=50):
        slope = self.derivative()
        for _ in range(steps):
            if (s := slope(guess)) == 0:
                raise ArithmeticError(f"flat at {guess}")
            guess -= self(guess) / s
        return guess

    def __str__(self):
        parts = []
        for power in range(self.degree, -1, -1):
            term = self[power]
            if not term:
                continue
            size = abs(term)
            text = "" if size == 1 and power else str(size)
            text += ("", "x", f"x^{power}")[min(power, 2)]
            parts.append(("-" if term < 0 else "+", text))
        if not parts:
            return "0"
        first = ("-" if parts[0][0] == "-" else "") + parts[0][1]
        return " ".join([first, *(f"{sign} {text}" for sign, text in parts[1:])])

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self))})"

    def __format__(self, spec):
        return " ".join(format(term, spec) for term in reversed(self.terms)) if spec else str(self)


def interpolate(points):
    total = Polynomial()
    for i, (x, y) in enumerate(points):
        others = [other for j, (other, _) in enumerate(points) if j != i]
        scale = reduce(lambda product, other: product * (x - other), others, Fraction(1))
        total += Polynomial.from_roots(*others) * (Fraction(y) / scale)
    return total


x = Polynomial.x()
p = x**3 - 6 * x**2 + 11 * x - 6
q = (x - 1) * (x + 4)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", -p)
print(repr(p), p == Polynomial.from_roots(1, 2, 3), p(2), p(Fraction(1, 2)), p(1.5), hash(p) == hash(Polynomial(-6, 11, -6, 1)), p == "p", Polynomial(3) == 3)
print(*divmod(p, q), "|", p % (x - 2), "|", p // (x - 2), "|", p.gcd(q), "|", (x**2 + 1).gcd(x**3 - 1))
print(p.derivative(), "|", p.derivative(2), "|", p.integral(), "|", p.integral(5).derivative() == p, "|", p(x + 1), "|", q(q))
print(interpolate([(0, 1), (1, 3), (2, 11), (3, 31)]), "|", interpolate([(1, 1), (2, 4), (4, 16)]), "|", f"{p:+.1f}", f"{p}")
print(round((x**2 - 2).root_near(1.0), 12), round(p.root_near(2.8), 9), [p[k] for k in range(6)], p[1:3], bool(p - p), list(q), (1j * x + 2)(1j))
for trial in (lambda: p / 2, lambda: p + "x", lambda: p // 0 * x, lambda: p % Polynomial(), lambda: x**-1, lambda: setattr(p, "terms", ()), lambda: Polynomial(1).root_near(0.0), lambda: p < q, lambda: (x * x + 1).root_near(0), lambda: Polynomial("ab")(2)):
    try:
        print(trial())
    except Exception as error:
        print(type(error).__name__, error)
print(reduce(lambda total, k: total + Polynomial.x(k) * Fraction(1, k + 1), range(5), Polynomial()), (x + 1) ** 10)
