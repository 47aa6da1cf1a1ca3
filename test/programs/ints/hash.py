# Hash values of numbers are fixed by a public formula (modulus 2**61 - 1).
M = 2**61 - 1
for n in (0, 1, -1, -2, 5, M - 1, M, M + 1, -M, -M - 1, 2**62, 10**30, -(10**30)):
    print(n, hash(n))
for x in (0.0, -0.0, 0.5, 0.1, -0.1, 1e300, 2.5, float("inf"), float("-inf"), 1.0, -1.0):
    print(x, hash(x))
print(hash(True), hash(False), hash(1j), hash(1 + 0j), hash(2 + 3j))
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))))
print(hash(None) == hash(None), hash(-1) == hash(-2))
