# Integer arithmetic in loops: small values, 32-bit values and a few beyond.


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def congruential(count):
    state = 1
    folded = 0
    for _ in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        folded ^= state >> 7
    return folded


def divisors(limit):
    total = 0
    for n in range(1, limit):
        for d in range(1, n):
            if d * d > n:
                break
            if n % d == 0:
                total += d + n // d
    return total


def main():
    print(collatz(24000), congruential(1000000), divisors(16000))


main()
