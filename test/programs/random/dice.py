# Seeded dice, choices and shuffles.
import random
random.seed(42)
print([random.randint(1, 6) for _ in range(10)], random.choice(["red", "green"]), random.random(), random.uniform(0, 10))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(deck, 3), random.choices("abc", k=5), random.randrange(0, 100, 10))
counts = {}
for _ in range(600): counts[r] = counts.get(r := random.randint(1, 6), 0) + 1
print(sorted(counts.items()))
r = random.Random(0)
print(r.random(), r.gauss(0, 1), r.getrandbits(16), [round(r.expovariate(1), 6) for _ in range(2)])
