"""Descriptors, operators between types, formatting of one's own, decimal money."""
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, getcontext, localcontext
from functools import cached_property


class Positive:
    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.slot)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")
        setattr(instance, self.slot, value)


class Money:
    RATES = {"EUR": Decimal("1"), "USD": Decimal("1.0825"), "JPY": Decimal("161.3")}

    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = Decimal(str(amount)), currency

    def to(self, currency):
        cents = Decimal(1) if currency == "JPY" else Decimal("0.01")
        return Money((self.amount / self.RATES[self.currency] * self.RATES[currency]).quantize(cents, ROUND_HALF_UP), currency)

    def __add__(self, other):
        if other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.to(self.currency).amount, self.currency)

    __radd__ = __add__

    def __mul__(self, n):
        return Money(self.amount * Decimal(n), self.currency)

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self.amount, self.currency)

    def __bool__(self):
        return self.amount != 0

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{format(self.amount, spec[:-1] or ',.2f')} {self.currency}"
        return format(self.amount, spec)

    def __repr__(self):
        return f"Money({str(self.amount)!r}, {self.currency!r})"


class Product:
    width = Positive()
    price = Positive()

    def __init__(self, name, width, price):
        self.name, self.width, self.price = name, width, price

    @cached_property
    def label(self):
        print("making a label")
        return f"{self.name.upper():*^12}"


total = sum([Money(10), Money("5.25"), Money(20, "USD")])
print(total, f"{total:c}", f"{Money(1234567.891):,.1fc}", f"{total:>12.2f}|", 3 * Money("0.10"), -total)
print(Money(100).to("JPY"), Money(1, "JPY").to("USD"), bool(Money("0.00")))
product = Product("lamp", 3, 9.5)
print(product.label, product.label, vars(product))
for change in (lambda: setattr(product, "width", -1), lambda: Product("x", 1, 0), lambda: Money(1) + 1, lambda: "1" + Money(1), lambda: Money("abc"), lambda: f"{Money(1):q}"):
    try:
        change()
    except (ValueError, TypeError, InvalidOperation) as error:
        print(type(error).__name__, error)
print(Product.width.name, Decimal("0.1") + Decimal("0.2"), 0.1 + 0.2, Decimal(0.1))
getcontext().prec = 10
print(Decimal(1) / 7, Decimal(2).sqrt(), Decimal("1e3"), Decimal("1e3").normalize(), Decimal("100").quantize(Decimal("1.00")), Decimal("-0"))
with localcontext() as context:
    context.prec = 3
    print(Decimal(2) / 3, +Decimal("3.14159"))
print(Decimal("12.345").as_tuple(), round(Decimal("2.5")), round(Decimal("2.675"), 2), int(Decimal("-7.9")), Decimal(7) // 2, Decimal(-7) % 3)
print(f"{Decimal('1234.5'):>12,.2f}|{Decimal('0.000012'):e}|{Decimal('12'):08.1f}|{0.5:%}|{1e10:g}|{255:#x}|{-5:+d}|{1e-7}")
