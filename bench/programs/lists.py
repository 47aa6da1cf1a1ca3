# Lists: append, pop, insert, slices, comprehensions, sieve, linked pairs.


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for n in range(2, int(limit**0.5) + 1):
        if flags[n]:
            flags[n * n :: n] = [False] * len(range(n * n, limit, n))
    return [n for n, prime in enumerate(flags) if prime]


def josephus(count, step):
    people = list(range(count))
    place = 0
    while len(people) > 1:
        place = (place + step - 1) % len(people)
        people.pop(place)
    return people[0]


def linked(count):
    pairs = None
    for n in range(count):
        pairs = [n, pairs]
    total = 0
    while pairs is not None:
        total += pairs[0]
        pairs = pairs[1]
    return total


def main():
    primes = sieve(800000)
    squares = [n * n % 1009 for n in primes]
    evens = [n for n in squares if n % 2 == 0]
    stack = []
    for n in squares:
        stack.append(n)
        if n % 3 == 0:
            stack.pop()
    total = linked(200000)
    for start in range(0, len(evens) - 8, 2):
        part = evens[start : start + 8]
        part.reverse()
        total += part[0] + part[-1]
    window = []
    for n in primes:
        window.insert(0, n)
        if len(window) > 20:
            del window[10:]
    for i in range(len(squares) - 1):
        if squares[i] > squares[i + 1]:
            squares[i], squares[i + 1] = squares[i + 1], squares[i]
    print(len(primes), len(stack), total, sum(window), josephus(30000, 7), sum(squares[::7]))


main()
