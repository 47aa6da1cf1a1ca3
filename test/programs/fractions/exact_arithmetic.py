# Exact sums where floats drift.
from fractions import Fraction
print(Fraction(1, 10) * 3 == Fraction(3, 10), 0.1 * 3 == 0.3, sum(Fraction(1, n) for n in range(1, 6)), Fraction("0.125"), Fraction(0.5), Fraction(3, 6), Fraction(-4, 2))
a, b = Fraction(2, 3), Fraction(3, 4)
print(a + b, a - b, a * b, a / b, a ** 2, -a, a < b, max(a, b), float(a), int(b), round(a, 2), a + 1, 2 * b, a == 2 / 3, f"{a}", repr(b))
x = Fraction(1)
for _ in range(5): x = (x + 2 / x) / 2
print(x, float(x), x.limit_denominator(1000))
try: Fraction(1, 0)
except ZeroDivisionError as e: print(e)
