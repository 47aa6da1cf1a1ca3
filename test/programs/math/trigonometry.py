# Trigonometric and hyperbolic functions.
import math
for x in (0, 0.5, 1, -1, math.pi / 6, math.pi, 10, 1e6):
    print(x, f"{math.sin(x):.14g} {math.cos(x):.14g} {math.tan(x):.13g} {math.atan(x):.14g}")
for x in (-1, -0.5, 0, 0.25, 1):
    print(x, f"{math.asin(x):.14g} {math.acos(x):.14g} {math.sinh(x):.14g} {math.cosh(x):.14g} {math.tanh(x):.14g} {math.asinh(x):.14g}")
print([f"{math.atan2(y, x):.14g}" for y, x in ((1, 1), (1, -1), (-1, -1), (0, -1), (-0.0, -1), (0, 0), (1, 0), (math.inf, math.inf))])
print(f"{math.degrees(math.pi)} {math.degrees(1):.12g} {math.radians(180)} {math.radians(90):.14g} {math.acosh(2):.14g} {math.atanh(0.5):.14g}")
print(math.sin(0), math.cos(0), math.tan(0), math.sinh(0), math.cosh(0), math.asin(0), math.sin(-0.0), math.atan(math.inf), math.tanh(1000))
for act in (lambda: math.sin(math.inf), lambda: math.asin(2), lambda: math.acos(-1.1), lambda: math.acosh(0), lambda: math.atanh(1), lambda: math.cosh(1000), lambda: math.sin("0"), lambda: math.tan(-math.inf)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{math.gamma(5)} {math.gamma(0.5):.12g} {math.lgamma(10):.12g} {math.erf(1):.12g} {math.erfc(1):.12g} {math.gamma(-1.5):.12g}")
for act in (lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(200), lambda: math.lgamma(0), lambda: math.lgamma(-1)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
