# Digits of pi with an unbounded spigot: a stream of big-int work.
def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = q * 10, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2

gen = pi_digits()
digits = "".join(str(next(gen)) for _ in range(200))
for start in range(0, 200, 50):
    print(digits[start:start + 50])
