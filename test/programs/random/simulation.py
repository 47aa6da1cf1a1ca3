# A Monte-Carlo estimate, a random walk and a card deal from fixed seeds.
import random
rng = random.Random("monte carlo")
inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(20000))
print(4 * inside / 20000)
x = y = 0
far = 0
for _ in range(500):
    dx, dy = rng.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])
    x, y = x + dx, y + dy
    far = max(far, abs(x) + abs(y))
print(x, y, far)
deck = [r + s for s in "CDHS" for r in "23456789TJQKA"]
rng.shuffle(deck)
hands = {p: sorted(deck[i::4][:5]) for i, p in enumerate("NESW")}
print(hands, len(set(deck)))
def birthday(n, trials=500):
    return sum(len({rng.randrange(365) for _ in range(n)}) < n for _ in range(trials)) / trials
print(birthday(23), birthday(40))
words = "the cat sat on the mat and the dog sat on the cat".split()
chain = {}
for a, b in zip(words, words[1:]):
    chain.setdefault(a, []).append(b)
w, out = "the", ["the"]
for _ in range(12):
    w = rng.choice(chain.get(w, ["the"]))
    out.append(w)
print(" ".join(out))
