# Three ways to find primes.
import math
def by_division(n):
    if n < 2: return False
    i = 2
    while i * i <= n:
        if n % i == 0: return False
        i += 1
    return True
def sieve(limit):
    marked = [False] * (limit + 1)
    for i in range(2, math.isqrt(limit) + 1):
        if not marked[i]:
            for j in range(i * i, limit + 1, i):
                marked[j] = True
    return [i for i in range(2, limit + 1) if not marked[i]]
def generator():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
a = [n for n in range(100) if by_division(n)]
b = sieve(99)
g = generator()
c = [next(g) for _ in range(25)]
print(a == b == c, a)
def factors(n):
    out = []
    p = 2
    while n > 1:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1
    return out
for n in (12, 97, 360, 1001, 2**10, 999999):
    print(n, factors(n), math.prod(factors(n)) == n)
twins = [(p, q) for p, q in zip(a, a[1:]) if q - p == 2]
print(twins, sum(sieve(1000)), len(sieve(10000)))
perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
print(perfect)
