# Generators: chained, nested by yield from, expressions, send.


def numbers(limit):
    for n in range(limit):
        yield n


def scaled(source, factor):
    for n in source:
        yield n * factor


def only_odd(source):
    for n in source:
        if n & 1:
            yield n


def tree(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from tree(low, middle)
        yield middle
        yield from tree(middle + 1, high)


def total_so_far():
    total = 0
    while True:
        total += yield total


def main():
    result = sum(only_odd(scaled(numbers(1100000), 3)))
    for _ in range(9):
        for n in tree(0, 15000):
            result ^= n
    adder = total_so_far()
    next(adder)
    for n in range(300000):
        last = adder.send(n & 7)
    pairs = sum(a * b for a in range(400) for b in (a, a + 1, a + 2))
    shorts = 0
    for n in range(100000):
        shorts += next(numbers(n + 1)) + 1
    print(result, last, pairs, shorts)


main()
