# Shifts of positive, negative and huge numbers.
print(1 << 0, 1 << 1, 1 << 29, 1 << 30, 1 << 31, 1 << 63, 1 << 64)
print(-1 << 5, -1 >> 5, -5 >> 1, -5 >> 100, 5 >> 100, 0 << 1000)
print((1 << 100) >> 99, (-(1 << 100)) >> 99, (-(1 << 100) - 1) >> 99)
print(12345678901234567890 >> 13, -12345678901234567890 >> 13)
print(True << 3, 1 << True)
for bad in (-1, -100):
    for act in (lambda n: 1 << n, lambda n: 1 >> n):
        try:
            act(bad)
        except ValueError as error:
            print(error)
try:
    1 << 1.0
except TypeError as error:
    print(error)
value = 3
value <<= 40
value >>= 2
print(value)
