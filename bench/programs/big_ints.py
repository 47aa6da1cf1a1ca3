# Big integers: digits of pi, Fibonacci numbers, factorials, modular powers, shifts, conversions.


def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return digits


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product


def probably_prime(n):
    odd, shift = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        shift += 1
    for base in (2, 3, 5, 7, 11, 13):
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(shift - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def square_root(n):
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) >> 1
        if better >= guess:
            return guess
        guess = better


def main():
    digits = pi_digits(1800)
    print("".join(map(str, digits[-20:])))
    big = fibonacci(60000)
    print(big % 10**12, big.bit_length())
    product = factorial(4000)
    print(product % (10**9 + 7), bin(product).count("1"))
    first = (1 << 127) - 1
    print([n for n in range(first - 900, first + 2, 2) if probably_prime(n)])
    print(str(square_root(2 * 10**600))[-20:], pow(3, 20000) % 10**15)
    mixed = 1
    for i in range(150000):
        mixed = (mixed << 3 ^ mixed * i) & (1 << 256) - 1 | 1
    print(hex(mixed))


main()
