# Newton, trapezoid, Simpson, Euler, Monte Carlo, interpolation, least squares.
import math, random
f = lambda x: x ** 3 - 2 * x - 5
def newton(f, x, eps=1e-12):
    for n in range(100):
        d = (f(x + 1e-7) - f(x - 1e-7)) / 2e-7
        x, old = x - f(x) / d, x
        if abs(x - old) < eps: return x, n
print(f"{newton(f, 2)[0]:.9f} {newton(math.cos, 1)[0]:.9f}")
def trapezoid(f, a, b, n): h = (b - a) / n; return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)
def simpson(f, a, b, n): h = (b - a) / n; return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))
for n in (4, 16, 64): print(n, f"{trapezoid(math.exp, 0, 1, n):.8f} {simpson(math.exp, 0, 1, n):.8f} {math.e - 1:.8f}")
def euler(f, y, t, end, n):
    h = (end - t) / n
    for _ in range(n): y, t = y + h * f(t, y), t + h
    return y
print([f"{euler(lambda t, y: -2 * y, 1, 0, 1, n):.6f}" for n in (10, 100, 1000)], f"{math.exp(-2):.6f}")
def lagrange(pts, x): return sum(y * math.prod((x - a) / (b - a) for a, _ in pts if a != b) for b, y in pts)
print([round(lagrange([(0, 1), (1, 3), (2, 11)], x), 9) for x in (0, 0.5, 1, 3)])
def fit(xs, ys):
    n = len(xs)
    sx, sy, sxx, sxy = sum(xs), sum(ys), sum(x * x for x in xs), sum(x * y for x, y in zip(xs, ys))
    b = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return (sy - b * sx) / n, b
a, b = fit([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8])
print(f"{a:.6f} {b:.6f}")
random.seed(1)
hits = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(5000))
print(4 * hits / 5000)
def horner(c, x):
    r = 0
    for k in c: r = r * x + k
    return r
print(horner([2, -6, 2, -1], 3), [round(math.sin(x) - sum((-1) ** k * x ** (2 * k + 1) / math.factorial(2 * k + 1) for k in range(8)), 10) for x in (0.5, 1, 2)])
x, steps = 0.5, []
for _ in range(8): x = 3.7 * x * (1 - x); steps.append(f"{x:.6f}")
print(steps)
def sqrt(n):
    x = n or 1
    while abs(x * x - n) > 1e-12 * max(n, 1): x = (x + n / x) / 2
    return x
print([f"{sqrt(n):.9f}" for n in (2, 9, 1e6, 0.25)], math.isclose(sqrt(3), math.sqrt(3)))
