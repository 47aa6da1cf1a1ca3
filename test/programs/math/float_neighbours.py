# isclose, nextafter, ulp, fsum, sumprod, fma.
import math
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan), math.isclose(math.inf, 1e308))
print(math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, 1), math.nextafter(0, -1), math.nextafter(5, 5), math.nextafter(math.inf, 0), math.nextafter(1, 2, steps=3), math.nextafter(0, math.inf, steps=10))
print(math.ulp(1), math.ulp(0), math.ulp(1e300), math.ulp(-2.5), math.ulp(math.inf), math.ulp(math.nan))
print(math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([]), math.fsum([1, 2, 3]), math.fsum([1e-320] * 3), math.fsum(1 / n for n in range(1, 1001)), math.fsum([math.inf, 1]))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [1] * 10), math.sumprod([], []), math.sumprod([10**20, 1], [10**20, -1]), math.sumprod([1e100, 1.0, -1e100], [1.0, 1.0, 1.0]), math.fma(2, 3, 4), math.fma(0.1, 10, -1))
for act in (lambda: math.isclose(1, 1, rel_tol=-1), lambda: math.fsum([1, "a"]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum([1e308, 1e308]), lambda: math.sumprod([1], [1, 2]), lambda: math.nextafter(1), lambda: math.isclose(1), lambda: math.nextafter(1, 2, steps=-1), lambda: math.fma(math.inf, 0, 1), lambda: math.fma(1e308, 10, 0)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
