# Numeric drift and comparison: the classical surprises and their remedies.
import math
total = 0.0
for _ in range(1000):
    total += 0.001
print(total, total == 1.0, math.isclose(total, 1.0), abs(total - 1.0) < 1e-9)
print(0.1 * 3 == 0.3, 0.1 + 0.2 <= 0.3, round(0.1 * 3, 10) == round(0.3, 10))
print(1e16 + 1 == 1e16, 1e16 + 2 == 1e16, 2.0**53 + 1 == 2.0**53)
x = 1.0
steps = 0
while 1.0 + x != 1.0:
    x /= 2
    steps += 1
print(steps, x * 2, x.hex())
a, b, c = 1e20, -1e20, 3.14
print((a + b) + c, a + (b + c), math.nextafter(1.0, 2.0), math.ulp(1.0))
