# The Mersenne Twister gives the same stream for the same seed, of any kind.
import random
for seed in (0, 1, 42, -42, 2**40, 10**30, "text", "", b"bytes", bytearray(b"ba"), 1.5, True):
    random.seed(seed)
    print(repr(seed), random.random(), random.random(), random.getrandbits(32))
r = random.Random(7)
s = random.Random(7)
print([r.random() for _ in range(3)] == [s.random() for _ in range(3)], r.random())
print(random.Random(1).random(), random.Random("1").random(), random.Random(1.0).random())
random.seed("abc", version=1)
print(random.random())
random.seed(a=5)
x = random.random()
random.seed(5)
print(x == random.random())
for bad in ([], {}, (1, 2), object):
    try:
        random.seed(bad)
    except TypeError as e:
        print(e)
r = random.Random(3)
for _ in range(1000):
    r.random()
print(r.random(), r.getrandbits(100))
