# Fibonacci by doubling agrees with the plain recurrence.
def doubling(n):
    if n == 0:
        return 0, 1
    a, b = doubling(n >> 1)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n & 1 else (c, d)

a, b = 0, 1
for i in range(401):
    if i % 50 == 0:
        print(i, a)
    assert doubling(i)[0] == a
    a, b = b, a + b
f = doubling(2000)[0]
print(len(str(f)), f % 10**20)
