# Extended Euclid, lcm and the Chinese remainder theorem on large numbers.
import math

def egcd(a, b):
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        q, a, b = a // b, b, a % b
        x0, x1 = x1, x0 - q * x1
        y0, y1 = y1, y0 - q * y1
    return a, x0, y0

for a, b in ((240, 46), (2**61 - 1, 2**31 - 1), (10**30, 6**20), (3**40, 3**35)):
    g, x, y = egcd(a, b)
    assert a * x + b * y == g == math.gcd(a, b)
    print(g, x, y, math.lcm(a, b))

def crt(pairs):
    total, modulus = 0, 1
    for r, m in pairs:
        step = (r - total) * pow(modulus, -1, m) % m
        total, modulus = total + modulus * step, modulus * m
    return total, modulus

print(crt([(2, 3), (3, 5), (2, 7)]), crt([(123456, 10**9 + 7), (654321, 998244353), (42, 2**31 - 1)]))
