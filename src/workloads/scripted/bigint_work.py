"""Big-integer work: numbers from one digit to thousands of digits.

Purpose: every result is a new immutable object of another size. Sizes grow smoothly past the
limit of the small-object allocator, so it tests large allocation, fitting and splitting.
Exercises: big integers, large objects, mixed sizes, short lives
Observes: nothing
Source: Gibbons, Unbounded spigot algorithms for the digits of pi (2006); Miller and Rabin's test
"""

import math

PI_DIGITS = 1600  # param: digits of pi from the spigot; 1..100000; small 30
FACTORIAL = 900  # param: the factorial computed by plain products; 1..20000; small 40
FIBONACCI = 20000  # param: index of the Fibonacci number; 1..10000000; small 300
PRIME_BITS = 64  # param: bits of the first prime searched for; 8..2048; small 24
PRIMES = 48  # param: primes searched for, each 4 bits longer; 1..1000; small 2


def pi_digits(count):
    """Digits of pi, one at a time; the state is four growing integers."""
    digits = []
    q, r, t, k, n, width = 1, 0, 1, 1, 3, 3
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            r, n = 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
            q *= 10
        else:
            n = (q * (7 * k + 2) + r * width) // (t * width)
            r = (2 * q + r) * width
            q *= k
            t *= width
            width += 2
            k += 1
    return digits


def factorial(n):
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


def fibonacci(n):
    """Fast doubling: F(2k) = F(k) (2 F(k+1) - F(k)), F(2k+1) = F(k)^2 + F(k+1)^2."""
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def is_prime(n):
    """Miller and Rabin's test with the first twelve primes as bases."""
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    for base in bases:
        if n % base == 0:
            return n == base
    odd = n - 1
    twos = 0
    while odd & 1 == 0:
        odd >>= 1
        twos += 1
    for base in bases:
        power = pow(base, odd, n)
        if power in (1, n - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % n
            if power == n - 1:
                break
        else:
            return False
    return True


def next_prime(n):
    n |= 1
    while not is_prime(n):
        n += 2
    return n


def main():
    digits = pi_digits(PI_DIGITS)
    print("pi:", "".join(map(str, digits[:20])), "... last digits", digits[-5:])

    product = factorial(FACTORIAL)
    zeros = 0
    rest = product
    while rest % 10 == 0:
        rest //= 10
        zeros += 1
    print(f"{FACTORIAL}!: {product.bit_length()} bits, {zeros} zeros at the end")
    print("as math.factorial:", product == math.factorial(FACTORIAL))

    number = fibonacci(FIBONACCI)
    print(f"Fibonacci {FIBONACCI}: {number.bit_length()} bits, ends in {number % 10**12}")

    found = []
    for step in range(PRIMES):
        found.append(next_prime((1 << (PRIME_BITS + 4 * step)) // 3))
    common = math.gcd(*(p - 1 for p in found))
    print("first prime:", found[0])
    print("last prime:", hex(found[-1]))
    print("common divisor of the predecessors:", common)

    shifted = 0
    for p in found:
        shifted = (shifted << 13) ^ (p >> 7) ^ -(p & 0xFFFF)
    print("mixed:", shifted.bit_length(), "bits, sign", (shifted > 0) - (shifted < 0))
    print("root:", math.isqrt(abs(shifted)) % 10**9)


main()
