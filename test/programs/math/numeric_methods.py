# Newton, bisection, Simpson, Runge-Kutta with the math module.
import math
def newton(f, df, x, n=50):
    for _ in range(n):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-15: break
    return x
def bisect(f, a, b):
    while b - a > 1e-14:
        m = (a + b) / 2
        if f(a) * f(m) <= 0: b = m
        else: a = m
    return a
def simpson(f, a, b, n=1000):
    h = (b - a) / n
    return h / 3 * math.fsum([f(a), f(b)] + [(4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)])
def rk4(f, y, t, h, n):
    for _ in range(n):
        k1 = f(t, y); k2 = f(t + h / 2, y + h / 2 * k1); k3 = f(t + h / 2, y + h / 2 * k2); k4 = f(t + h, y + h * k3)
        y, t = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4), t + h
    return y
print(f"{newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0):.14f} {bisect(lambda x: math.cos(x) - x, 0, 1):.12f} {simpson(math.sin, 0, math.pi):.12f} {rk4(lambda t, y: y, 1.0, 0, 0.01, 100):.10f}")
print(f"{sum(1 / math.factorial(n) for n in range(20)):.14f} {4 * sum((-1) ** k / (2 * k + 1) for k in range(1000)):.10f} {math.prod(4 * n * n / (4 * n * n - 1) for n in range(1, 500)) * 2:.10f}")
mean = lambda xs: math.fsum(xs) / len(xs)
xs = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(xs), math.sqrt(mean([(x - mean(xs)) ** 2 for x in xs])), [math.floor(x / 3 + 0.5) for x in xs])
