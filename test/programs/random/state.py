# getstate and setstate, independent instances, subclassing.
import random
random.seed(5)
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], state[0], len(state[1]), state[1][-1], state[2])
random.gauss(0, 1)
s2 = random.getstate()
print(s2[2] is not None)
x = random.gauss(0, 1)
random.setstate(s2)
print(x == random.gauss(0, 1))
r1, r2 = random.Random(1), random.Random(2)
mixed = [(r1.randint(0, 9), r2.randint(0, 9)) for _ in range(5)]
r1.seed(1)
print(mixed, [r1.randint(0, 9) for _ in range(5)])
class Fixed(random.Random):
    def random(self): return 0.25
f = Fixed()
print(f.random(), f.uniform(0, 8), f.choice("abcd"), f.randrange(8), f.sample([1, 2, 3, 4], 2))
class Bits(random.Random):
    def getrandbits(self, k): return 3
print(Bits().randrange(8), Bits().choice("abcdefgh"))
try:
    random.setstate((1, 2, 3))
except ValueError as e:
    print(str(e)[:30])
