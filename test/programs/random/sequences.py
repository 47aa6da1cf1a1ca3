# choice, choices, shuffle, sample.
import random
random.seed(99)
print([random.choice("abcdef") for _ in range(6)], random.choice([1, 2, 3]), random.choice(range(100)), random.choice((7,)))
print(random.choices([1, 2, 3], k=8), random.choices("ab", weights=[9, 1], k=10), random.choices("abc", cum_weights=[1, 2, 10], k=6), random.choices("xyz"), random.choices(range(5), [0, 0, 1, 0, 0], k=3))
a = list(range(12))
random.shuffle(a)
print(a)
b = ["x", "y", "z"]
random.shuffle(b)
print(b, random.shuffle([]))
print(random.sample(range(1000), 5), random.sample([1, 2, 3], 3), random.sample("abcdefgh", 4), random.sample(range(10**12), 3), random.sample([1, 2], 0), random.sample(["a", "b"], counts=[3, 2], k=4), random.sample(list(range(30)), 25))
for act in (lambda: random.choice([]), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.shuffle((1, 2)), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1], weights=[0]), lambda: random.sample([1], -1), lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.choice(5), lambda: random.choice("")):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
