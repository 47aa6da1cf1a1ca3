"""random.SystemRandom: what does not depend on chance."""
import random
import secrets

system = random.SystemRandom()
print(secrets.SystemRandom is random.SystemRandom, isinstance(system, random.Random))
print(all(0 <= system.random() < 1 for _ in range(50)), {system.randint(2, 4) for _ in range(99)} == {2, 3, 4})
print(len(system.choices("abc", k=7)), sorted(system.sample(range(5), 5)), len(system.randbytes(9)), 0 <= system.getrandbits(7) < 128)
system.seed(1)
try:
    system.getstate()
except NotImplementedError as error:
    print(error)
try:
    system.getrandbits(-1)
except ValueError as error:
    print(error)
