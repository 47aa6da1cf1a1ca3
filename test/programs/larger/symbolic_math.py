# Symbolic expressions: operators build trees; simplify, differentiate, substitute, print, integrate polynomials.
from fractions import Fraction
import math


def lift(x):
    return x if isinstance(x, Expr) else Const(x)


class Expr:
    prec = 9

    def __add__(self, o):
        return Add(self, lift(o)).simplify()

    def __radd__(self, o):
        return lift(o) + self

    def __sub__(self, o):
        return self + lift(o) * -1

    def __rsub__(self, o):
        return lift(o) - self

    def __mul__(self, o):
        return Mul(self, lift(o)).simplify()

    def __rmul__(self, o):
        return lift(o) * self

    def __truediv__(self, o):
        return self * lift(o) ** -1

    def __rtruediv__(self, o):
        return lift(o) / self

    def __pow__(self, o):
        return Pow(self, lift(o)).simplify()

    def __rpow__(self, o):
        return lift(o) ** self

    def __neg__(self):
        return self * -1

    def __eq__(self, o):
        return isinstance(o, Expr) and self.key() == o.key()

    def __hash__(self):
        return hash(self.key())

    def __lt__(self, o):
        return self.key() < o.key()

    def simplify(self):
        return self

    def wrap(self, inner, tight=False):
        return f"({inner})" if inner.prec < self.prec or tight and inner.prec == self.prec else str(inner)

    def __call__(self, **values):
        return self.subs({k: lift(v) for k, v in values.items()})


class Const(Expr):
    def __init__(self, v):
        self.v = Fraction(v) if isinstance(v, (int, Fraction)) else v
        if isinstance(self.v, Fraction) and (self.v < 0 or self.v.denominator != 1):
            self.prec = 2

    def key(self):
        return (0, "", float(self.v), ())

    def __str__(self):
        return str(self.v)

    def diff(self, x):
        return Const(0)

    def subs(self, m):
        return self


class Var(Expr):
    def __init__(self, name):
        self.name = name

    def key(self):
        return (1, self.name, 0.0, ())

    def __str__(self):
        return self.name

    def diff(self, x):
        return Const(int(self.name == x))

    def subs(self, m):
        return m.get(self.name, self)


class Nary(Expr):
    def __init__(self, *args):
        self.args = tuple(args)

    def key(self):
        return (self.rank, type(self).__name__, 0.0, tuple(a.key() for a in self.args))

    def flat(self):
        for a in self.args:
            if type(a) is type(self):
                yield from a.flat()
            else:
                yield a

    def subs(self, m):
        out = self.args[0].subs(m)
        for a in self.args[1:]:
            out = self.op(out, a.subs(m))
        return out


class Add(Nary):
    rank, prec = 4, 1
    op = staticmethod(lambda a, b: a + b)

    def simplify(self):
        terms, const = {}, Fraction(0)
        for a in self.flat():
            if isinstance(a, Const):
                const += a.v
                continue
            k, base = a.split() if isinstance(a, Mul) else (Fraction(1), a)
            terms[base] = terms.get(base, 0) + k
        out = [lift(k) * b if k != 1 else b for b, k in terms.items() if k != 0]
        out.sort(reverse=True)
        if const != 0:
            out.append(Const(const))
        return Const(0) if not out else out[0] if len(out) == 1 else Add(*out)

    def __str__(self):
        out = str(self.args[0])
        for a in self.args[1:]:
            s = str(a)
            out += f" - {s[1:]}" if s.startswith("-") else f" + {s}"
        return out

    def diff(self, x):
        out = Const(0)
        for a in self.args:
            out = out + a.diff(x)
        return out


class Mul(Nary):
    rank, prec = 3, 2
    op = staticmethod(lambda a, b: a * b)

    def split(self):
        if isinstance(self.args[0], Const):
            rest = self.args[1:]
            return self.args[0].v, rest[0] if len(rest) == 1 else Mul(*rest)
        return Fraction(1), self

    def simplify(self):
        powers, const = {}, Fraction(1)
        for a in self.flat():
            if isinstance(a, Const):
                const *= a.v
            else:
                b, e = (a.base, a.exp) if isinstance(a, Pow) else (a, Const(1))
                powers[b] = powers[b] + e if b in powers else e
        if const == 0:
            return Const(0)
        out = []
        for b, e in powers.items():
            p = b ** e
            if isinstance(p, Const):
                const *= p.v
            else:
                out.append(p)
        out.sort()
        if not out:
            return Const(const)
        if const != 1:
            if len(out) == 1 and isinstance(out[0], Add):
                return Add(*(Const(const) * t for t in out[0].args)).simplify()
            out.insert(0, Const(const))
        return out[0] if len(out) == 1 else Mul(*out)

    def __str__(self):
        if isinstance(self.args[0], Const) and self.args[0].v == -1:
            return "-" + "*".join(self.wrap(a) for a in self.args[1:])
        return "*".join(str(a) if isinstance(a, Const) else self.wrap(a) for a in self.args)

    def diff(self, x):
        out = Const(0)
        for i, a in enumerate(self.args):
            term = a.diff(x)
            for j, b in enumerate(self.args):
                if i != j:
                    term = term * b
            out = out + term
        return out


class Pow(Expr):
    prec = 3

    def __init__(self, base, exp):
        self.base, self.exp = base, exp

    def key(self):
        return (2, "Pow", 0.0, (self.base.key(), self.exp.key()))

    def simplify(self):
        b, e = self.base, self.exp
        if isinstance(e, Const) and isinstance(e.v, Fraction) and e.v.denominator == 1:
            n = int(e.v)
            if n == 0:
                return Const(1)
            if n == 1:
                return b
            if isinstance(b, Const):
                if b.v == 0 and n < 0:
                    raise ZeroDivisionError("0 to a negative power")
                return Const(b.v ** n)
            if isinstance(b, Pow):
                return b.base ** (b.exp * n)
            if isinstance(b, Mul):
                out = Const(1)
                for a in b.args:
                    out = out * a ** n
                return out
        return self

    def __str__(self):
        return f"{self.wrap(self.base, True)}^{self.wrap(self.exp)}"

    def diff(self, x):
        if isinstance(self.exp, Const):
            return self.exp * self.base ** (self.exp.v - 1) * self.base.diff(x)
        return self * (self.exp.diff(x) * fn("ln")(self.base) + self.exp * self.base.diff(x) / self.base)

    def subs(self, m):
        return self.base.subs(m) ** self.exp.subs(m)


class Fn(Expr):
    RULES = {"sin": lambda u: fn("cos")(u), "cos": lambda u: -fn("sin")(u), "exp": lambda u: fn("exp")(u), "ln": lambda u: 1 / u}
    VALUES = {"sin": {0: 0}, "cos": {0: 1}, "exp": {0: 1}, "ln": {1: 0}}

    def __init__(self, name, arg):
        self.name, self.arg = name, arg

    def key(self):
        return (2, self.name, 0.0, (self.arg.key(),))

    def __str__(self):
        return f"{self.name}({self.arg})"

    def simplify(self):
        if isinstance(self.arg, Const) and self.arg.v in self.VALUES[self.name]:
            return Const(self.VALUES[self.name][self.arg.v])
        return self

    def diff(self, x):
        return self.RULES[self.name](self.arg) * self.arg.diff(x)

    def subs(self, m):
        return fn(self.name)(self.arg.subs(m))


def fn(name):
    return lambda arg: Fn(name, lift(arg)).simplify()


def expand(e):
    if isinstance(e, Add):
        out = Const(0)
        for a in e.args:
            out = out + expand(a)
        return out
    if isinstance(e, Pow) and isinstance(e.exp, Const) and e.exp.v.denominator == 1 and e.exp.v > 1:
        out = Const(1)
        for _ in range(int(e.exp.v)):
            out = distribute(out, expand(e.base))
        return out
    if isinstance(e, Mul):
        out = Const(1)
        for a in e.args:
            out = distribute(out, expand(a))
        return out
    return e


def distribute(a, b):
    out = Const(0)
    for x in a.args if isinstance(a, Add) else (a,):
        for y in b.args if isinstance(b, Add) else (b,):
            out = out + x * y
    return out


def number(e, **values):
    e = e(**values)
    match e:
        case Const(v=v):
            return float(v)
        case Add(args=args):
            return math.fsum(number(a) for a in args)
        case Mul(args=args):
            return math.prod(number(a) for a in args)
        case Pow(base=b, exp=p):
            return number(b) ** number(p)
        case Fn(name=n, arg=a):
            return {"ln": math.log}.get(n, getattr(math, n, None))(number(a))
    raise ValueError(f"{e} is not a number")


x, y = Var("x"), Var("y")
sin, cos, exp, ln = map(fn, ("sin", "cos", "exp", "ln"))
for e in (x + x, x - x, 2 * x * 3, x * x * x, (x + 1) * 2, x / x, x ** 0, (x ** 2) ** 3, x + y + x, y * x * y, 1 + x + 2, -x, x - 3, Fraction(1, 2) * x + Fraction(1, 3), (2 * x) ** 2, sin(0) + cos(0), x ** y, (x + y) ** 2, 2 ** x, x * (y + 1), -(x + 1), 1 / x, x / y / x, ln(1) * x, exp(x) * exp(x)):
    print(e, "| d/dx:", e.diff("x"), "| x=2,y=3:", e(x=2, y=3))
f = sin(x ** 2) * exp(-x) + ln(x + 1) / x
print(f, f.diff("x"), f.diff("y"), sep="\n")
for v in (0.5, 1, 2.5):
    h = 1e-6
    print(f"{number(f, x=v):.10f} {number(f.diff('x'), x=v):.6f} {(number(f, x=v + h) - number(f, x=v - h)) / (2 * h):.4f}")
print(expand((x + 1) ** 4), expand((x + y) * (x - y)), expand((x + y + 1) ** 2), expand((x + 1) ** 3)(x=y), sep="\n")
taylor, term = Const(0), sin(x)
for n in range(8):
    taylor = taylor + term(x=0) * x ** n * Fraction(1, math.factorial(n))
    term = term.diff("x")
print(taylor, x * y == y * x, hash(x * y) == hash(y * x), len({x + 1, 1 + x, x}), sorted([y, x, Const(3), x * y]) == [Const(3), x, y, x * y])
for bad in (lambda: 1 / (x - x), lambda: number(x)):
    try:
        bad()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
