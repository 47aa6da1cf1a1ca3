# Comprehensions: lists, sets, dicts, generator expressions, nested ones, conditions, assignment expressions.


def primes(limit):
    composite = {multiple for n in range(2, int(limit**0.5) + 1) for multiple in range(n * n, limit, n)}
    return [n for n in range(2, limit) if n not in composite]


def triples(limit):
    squares = {n * n: n for n in range(1, limit)}
    return [(a, b, squares[c]) for a in range(1, limit) for b in range(a, limit) if (c := a * a + b * b) in squares]


def transpose(rows):
    return [[row[column] for row in rows] for column in range(len(rows[0]))]


def main():
    found = primes(250000)
    print(len(found), found[-1], len(triples(900)))
    rows = [[row * column for column in range(120)] for row in range(120)]
    for _ in range(20):
        rows = transpose(rows)
    flat = [value for row in rows for value in row if value % 3]
    total = sum(value * value for value in flat if value & 1)
    for size in range(6000):
        small = [n + size for n in range(40) if n % 2]
        pairs = {n: str(n) for n in small[:10]}
        total += len(pairs) + small[-1] + any(n > 6030 for n in small) + all(n for n in small)
    letters = {letter.upper() for _ in range(800) for letter in "the quick brown fox jumps over the lazy dog"}
    kept = [half for n in range(800000) if (half := n // 2) % 5 == 0]
    print(total, "".join(sorted(letters)).strip(), len(kept), max(kept), sum(len({n % m for m in (3, 5, 7)}) for n in range(120000)))


main()
