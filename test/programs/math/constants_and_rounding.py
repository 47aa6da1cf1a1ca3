# Constants, floor, ceil, trunc, fabs, copysign, fmod, modf, frexp, ldexp.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
for x in (2.5, -2.5, 3, -0.0, 1e20, True):
    print(x, math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.modf(x), math.frexp(x))
print(math.copysign(3, -0.0), math.copysign(-1, 1), math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), -7 % 3, math.remainder(7, 2), math.remainder(5, 2), math.remainder(-1.5, 1), math.ldexp(0.5, 3), math.ldexp(1, -1080), math.ldexp(1.0, 1023))
class F:
    def __floor__(self): return "f"
    def __ceil__(self): return "c"
    def __trunc__(self): return "t"
print(math.floor(F()), math.ceil(F()), math.trunc(F()))
for act in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.floor("1"), lambda: math.trunc("x"), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.ldexp(1.0, 2000), lambda: math.modf("x"), lambda: math.remainder(1, 0), lambda: math.trunc(1.5, 2), lambda: math.frexp(None)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isfinite(math.inf), math.frexp(math.inf), math.modf(math.inf), math.modf(-2.75), math.frexp(0.0), math.trunc(1e300) == int(1e300))
