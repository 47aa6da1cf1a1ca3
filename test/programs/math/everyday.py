# The functions everybody uses.
import math
print(math.sqrt(16), math.floor(3.7), math.ceil(3.2), math.factorial(5), math.gcd(12, 18), math.pi, math.e, math.pow(2, 3), math.fabs(-2), math.log(math.e), math.log10(1000), math.log2(8), math.hypot(3, 4), math.degrees(math.pi), math.radians(180), math.isclose(0.1 + 0.2, 0.3), math.trunc(-3.7), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.isqrt(17), math.inf > 10**100, math.isnan(math.nan))
print(round(math.sin(math.pi / 6), 10), round(math.cos(math.pi / 3), 10), round(math.tan(math.pi / 4), 10), round(math.atan2(1, 1), 10), round(math.exp(2), 10))
for act in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x")):
    try: act()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
