# Products of numbers with thousands of bits, checked against algebraic identities.
a = int("9" * 300)
b = int("123456789" * 40)
assert (a + b) ** 2 == a * a + 2 * a * b + b * b
assert (a + b) * (a - b) == a * a - b * b
print(str(a * a)[:12], str(a * a)[-12:], len(str(a * b)))
print((a * b) % 1000000007, (a * a * a) % 998244353)
x = 3**2000
y = 7**1500
assert (x * y) // y == x and (x * y) % x == 0
print(x % 10**15, y % 10**15, (x * y) % 10**15, (x * y).bit_length())
