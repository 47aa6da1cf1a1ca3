# cmath: roots, logs, polar form.
import cmath, math
f = lambda z: f"{z.real:.10g}{z.imag:+.10g}j"
print(f(cmath.sqrt(-1)), f(cmath.sqrt(3 + 4j)), f(cmath.exp(1j * cmath.pi)), f(cmath.log(-1)), f(cmath.log(1j, 2)), f(cmath.log10(-100)), f(cmath.sin(1 + 1j)), f(cmath.cos(1j)), f(cmath.tan(0.5j)), f(cmath.asin(2)), f(cmath.acos(2)), f(cmath.atan(1 + 1j)), f(cmath.sinh(1j)), f(cmath.cosh(1 + 1j)), f(cmath.tanh(0.5)))
r, phi = cmath.polar(1 + 1j)
print(f"{r:.10g} {phi:.10g} {cmath.phase(-1):.10g} {f(cmath.rect(2, math.pi / 2))}", cmath.isnan(complex("nan")), cmath.isinf(complex("inf")), cmath.isfinite(1j), cmath.isclose(1 + 1e-10j, 1), cmath.pi == math.pi, cmath.infj, cmath.nanj)
for act in (lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: cmath.exp(1000), lambda: cmath.atanh(1), lambda: cmath.rect(1), lambda: cmath.acos(None)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
def mandel(c, n=50):
    z = 0j
    for i in range(n):
        z = z * z + c
        if abs(z) > 2: return i
    return n
print("\n".join("".join(" .:-=+*#%@"[mandel(complex(x / 15 - 2, y / 6)) // 6 % 10] for x in range(40)) for y in range(-6, 7)))
roots = [cmath.rect(1, 2 * math.pi * k / 5) for k in range(5)]
print([f(z) for z in roots], abs(sum(roots)) < 1e-15)
def fft(a):
    n = len(a)
    if n == 1: return a
    e, o = fft(a[::2]), fft(a[1::2])
    t = [cmath.exp(-2j * cmath.pi * k / n) * o[k] for k in range(n // 2)]
    return [e[k] + t[k] for k in range(n // 2)] + [e[k] - t[k] for k in range(n // 2)]
print([f"{abs(x):.6f}" for x in fft([1, 2, 3, 4, 0, 0, 0, 0])])
