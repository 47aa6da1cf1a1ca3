"""Homework in number theory: sieves, gcd, modular powers, perfect numbers, continued fractions, big factorials, bases."""
import math
import sys
from fractions import Fraction
from functools import reduce
from itertools import combinations, count, islice


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for p in range(2, math.isqrt(n) + 1):
        if flags[p]:
            flags[p * p::p] = bytes(len(range(p * p, n + 1, p)))
    return [i for i, flag in enumerate(flags) if flag]


def factor(n):
    factors = {}
    for p in range(2, math.isqrt(n) + 1):
        while n % p == 0:
            factors[p] = factors.get(p, 0) + 1
            n //= p
    if n > 1:
        factors[n] = 1
    return factors


def extended_gcd(a, b):
    if not b:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - a // b * y


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d >> 1, r + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23):
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def to_base(n, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n < 0:
        return "-" + to_base(-n, base)
    return (to_base(n // base, base) if n >= base else "") + digits[n % base]


print(sieve(60), len(sieve(10_000)))
print({n: " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factor(n).items()) for n in (360, 97, 1001, 2**10)})
print(extended_gcd(240, 46), pow(3, -1, 11), math.gcd(84, 36, 120), math.lcm(4, 6, 10), math.comb(50, 25), math.perm(5, 2))
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print(is_prime(2**61 - 1), is_prime(2**67 - 1), next(n for n in count(10**12) if is_prime(n)))
print(to_base(255, 2), to_base(-255, 16), int("zz", 36), to_base(10**20, 36), 0b1011 + 0o17 + 0xff, 1_000_000)
print(math.factorial(30), len(str(math.factorial(1000))), sum(map(int, str(2**1000))), 3**200 % 10**9, divmod(-17, 5), -17 // 5, -17 % 5)


def continued(x):
    while True:
        whole, x = divmod(x, 1)
        yield int(whole)
        if not x:
            return
        x = 1 / x


terms = list(continued(Fraction(415, 93)))
print(terms, reduce(lambda rest, term: term + 1 / rest, reversed(terms[:-1]), Fraction(terms[-1])))
print([str(Fraction(math.pi).limit_denominator(10**k)) for k in range(1, 5)], list(islice(continued(Fraction("3.14159265358979")), 5)))
print([t for t in combinations(range(1, 30), 3) if t[0] ** 2 + t[1] ** 2 == t[2] ** 2])


def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(max(range(1, 1000), key=collatz), collatz(871), sys.getrecursionlimit() >= 1000)
print(f"{10**15:,} {10**15:.3e} {2/3:.10f} {float(10**22)} {1e16} {123456789.0:,.1f} {0.1:.20f} {5e-324} {1/3!r}")
print(round(2.5), round(3.5), round(-1.5), round(2.675, 2), round(1234, -2), int("  -42 "), float(" 1e3 "), int(3.99), int(-3.99))
for text in ("12a", "", "0x1f", "1.5"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)
