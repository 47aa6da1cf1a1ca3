# Division identities on numbers of many digits, all signs.
numbers = [10**18, 2**64 - 1, 2**64, 2**90 + 12345, 3**70, 10**60 + 7, (2**30 - 1) * 2**120, 2**31, 2**30]
count = 0
for a in numbers:
    for b in numbers:
        for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
            q, r = divmod(x, y)
            assert q * y + r == x
            assert (0 <= r < y) if y > 0 else (y < r <= 0)
            assert x // y == q and x % y == r
            count += 1
print(count)
print(divmod(10**60 + 7, 2**64), divmod(-(10**60), 3**70))
print((2**128 - 1) // (2**64 - 1), (2**128 - 1) % (2**64 + 1), 10**100 // (10**50 - 1) % 10**20)
