# Integer square root by Newton's method against math.isqrt, and digits of sqrt(2).
import math

def newton(n):
    if n == 0:
        return 0
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y

for n in (0, 1, 2, 3, 4, 15, 16, 17, 10**20, 10**41, 2**200 - 1, 3**151):
    r = newton(n)
    assert r * r <= n < (r + 1) ** 2 and r == math.isqrt(n)
    print(n, r)
print(newton(2 * 10**200))
