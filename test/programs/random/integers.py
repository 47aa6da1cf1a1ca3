# randrange, randint, getrandbits, randbytes.
import random
random.seed(12)
print([random.randint(1, 6) for _ in range(12)], [random.randrange(10) for _ in range(8)], [random.randrange(0, 100, 5) for _ in range(6)], [random.randrange(10, 0, -3) for _ in range(5)], random.randrange(10**30), random.randint(-5, -1), random.randint(3, 3))
print([random.getrandbits(k) for k in (1, 5, 8, 31, 32, 33, 64, 65, 100)], random.getrandbits(0), random.randbytes(7), random.randbytes(0))
for act in (lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randint(5, 1), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.getrandbits(-1), lambda: random.randint(1.5, 3), lambda: random.randrange("5"), lambda: random.randrange(10, 20, -1), lambda: random.randrange(1.0)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
counts = [0] * 6
for _ in range(6000):
    counts[random.randrange(6)] += 1
print(counts, random.random())
