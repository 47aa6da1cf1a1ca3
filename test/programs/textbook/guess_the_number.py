# A guessing game played by a program with binary search.
import random
random.seed(7)
def play(secret, low=1, high=100):
    tries = []
    while True:
        guess = (low + high) // 2
        tries.append(guess)
        if guess < secret:
            low = guess + 1
        elif guess > secret:
            high = guess - 1
        else:
            return tries
for _ in range(5):
    secret = random.randint(1, 100)
    tries = play(secret)
    print(f"secret {secret}: {len(tries)} tries {tries}")
print(max(len(play(s)) for s in range(1, 101)), sum(len(play(s)) for s in range(1, 101)) / 100)
