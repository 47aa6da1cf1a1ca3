# pow with three arguments: modular power and inverse.
print(pow(3, 200, 13), pow(2, 10**6, 10**9 + 7), pow(-3, 5, 7), pow(3, 5, -7), pow(0, 0, 5), pow(5, 0, 1))
print(pow(3, -1, 11), pow(10, -3, 7), pow(2**100, 3**50, 10**20), pow(2, -5, 2**61 - 1))
print(pow(base=2, exp=5), pow(2, exp=5, mod=3))
for args in ((2, 3, 0), (2, -1, 4), (2.0, 3, 5), (2, 3, 5.0), (0, -1, 5)):
    try:
        print(pow(*args))
    except Exception as error:
        print(type(error).__name__, error)
p = 2**127 - 1
for base in (2, 3, 5, 7):
    assert pow(base, p - 1, p) == 1
    inverse = pow(base, -1, p)
    print(base, inverse, base * inverse % p)
