# Fraction arithmetic.
from fractions import Fraction as F
import math
print(F(1, 3), repr(F(2, 4)), F(-3, 6), F(5), F(), F("3/4"), F("-1.25"), F("1e-3"), F(0.5), F(0.1), F(1, -2), F(F(1, 2), F(3, 4)), F(" 7/8 "))
a, b = F(1, 3), F(1, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(F(7, 2), F(1, 3)), a ** 2, a ** -2, F(4, 9) ** 0.5, -a, abs(-a), a + 1, 1 - a, a * 0.5, a / 2, 2 / a, a == F(2, 6), a < b, a > 0.33, F(1, 2) == 0.5, hash(F(1, 2)) == hash(0.5), F(6, 3) == 2, bool(F(0)), F(3, 2) % 1, -F(7, 2) // 1)
print(a.numerator, a.denominator, float(a), int(F(7, 2)), int(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), math.floor(F(-1, 2)), math.ceil(F(1, 2)), F(22, 7).limit_denominator(5), F(math.pi).limit_denominator(1000), F.from_float(0.25), F(0.3).as_integer_ratio(), F(5).is_integer(), sum([F(1, n) for n in range(1, 11)]), max(F(1, 2), F(2, 3)), sorted([F(1, 2), F(1, 3), 0.4]))
print(f"{F(1, 3):.4f} {F(10, 3):>10.2e} {F(1, 2)} {F(5, 1)!s:>4} {F(1, 3):%}", complex(F(1, 2)), math.gcd(6, 4), F(1, 3) + 1j)
for act in (lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(None), lambda: F(float("nan")), lambda: F(float("inf")), lambda: a / 0, lambda: F(0) ** -1, lambda: a < "x", lambda: a + "x", lambda: F("1/2/3")):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
def cf(x):
    while True:
        n = math.floor(x)
        yield n
        x -= n
        if x == 0: return
        x = 1 / x
print(list(cf(F(415, 93))), F(1, 1 + F(1, 2)))
