# sqrt, exp, log and relatives with their domains.
import math
print(math.sqrt(2), math.sqrt(0), math.sqrt(10**30), round(math.cbrt(27), 12), round(math.cbrt(-8), 12), math.exp(1), math.exp(0), math.exp(-745), math.exp2(10), math.expm1(1e-10), math.pow(2, 0.5), math.pow(0, 0), math.pow(-2, 3), math.pow(1, math.nan), math.pow(math.inf, -1))
print(math.log(10), math.log(8, 2), math.log(100, 10), math.log(2**1000), math.log(10**400), math.log2(8), math.log2(2**3000), math.log10(1000), math.log10(10**500), math.log1p(1e-10), math.log(0.5), math.log(1))
print(math.exp(709), math.log(5e-324), math.log2(0.1), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.hypot(-5), math.dist([1, 2], [4, 6]), math.dist((0,), (7,)))
for act in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(0.0), lambda: math.log2(0), lambda: math.log10(-5), lambda: math.exp(1000), lambda: math.pow(-1, 0.5), lambda: math.pow(0, -1), lambda: math.pow(10, 400), lambda: math.log(2, 1), lambda: math.log("x"), lambda: math.log(), lambda: math.sqrt("4"), lambda: math.sqrt(10**400), lambda: math.log1p(-1), lambda: math.dist([1], [1, 2]), lambda: math.expm1(1000), lambda: math.log(-(10**400)), lambda: math.sqrt()):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
