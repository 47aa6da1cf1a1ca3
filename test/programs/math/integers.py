# gcd, lcm, factorial, comb, perm, isqrt, prod.
import math
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(12, 18, 27), math.gcd(-4, 6), math.gcd(0, 0), math.gcd(10**30, 6**20), math.gcd(True, 2))
print(math.lcm(), math.lcm(4, 6), math.lcm(3, 5, 7), math.lcm(0, 5), math.lcm(-4, 6), math.lcm(*range(1, 30)))
print([math.factorial(n) for n in range(12)], math.factorial(30), len(str(math.factorial(200))))
print(math.comb(5, 2), math.comb(50, 25), math.comb(3, 5), math.comb(0, 0), math.perm(5), math.perm(5, 2), math.perm(3, 5), math.perm(20, 10), math.comb(200, 100))
print([math.isqrt(n) for n in (0, 1, 15, 16, 17, 10**40)], math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2.5, 2]), math.prod([1, 2], start=10), math.prod(range(1, 25)), math.prod([0.1] * 3), math.prod(["a"], start=2))
for act in (lambda: math.gcd(1.5, 2), lambda: math.factorial(-1), lambda: math.factorial(2.0), lambda: math.factorial("5"), lambda: math.comb(-1, 2), lambda: math.comb(5, -1), lambda: math.comb(5.0, 2), lambda: math.perm(-1), lambda: math.isqrt(-1), lambda: math.isqrt(4.0), lambda: math.lcm(1, "2"), lambda: math.prod(5), lambda: math.prod([1, None]), lambda: math.comb(5)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
pascal = [[math.comb(n, k) for k in range(n + 1)] for n in range(8)]
print(pascal, all(sum(r) == 2 ** i for i, r in enumerate(pascal)))
