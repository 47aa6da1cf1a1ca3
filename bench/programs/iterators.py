# itertools: counting, chaining, grouping, products, permutations, slices, windows, accumulate, zip, tee.

from itertools import (
    accumulate,
    batched,
    chain,
    combinations,
    combinations_with_replacement,
    compress,
    count,
    cycle,
    dropwhile,
    filterfalse,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    tee,
    zip_longest,
)
from operator import mul


def windows(iterable, size):
    iterators = tee(iterable, size)
    for skip, iterator in enumerate(iterators):
        for _ in range(skip):
            next(iterator, None)
    return zip(*iterators)


def main():
    total = sum(islice(count(3, 7), 300000))
    total += sum(chain.from_iterable(repeat(range(50), 6000)))
    total += sum(a * b - c for a, b, c in product(range(60), range(60), range(60)))
    total += sum(order[0] < order[1] for order in permutations(range(8)))
    total += sum(map(sum, combinations(range(22), 5)))
    total += sum(1 for pair in combinations_with_replacement(range(400), 2) if pair[0] + pair[1] == 400)
    runs = [(key, sum(1 for _ in group)) for key, group in groupby(range(200000), key=lambda n: n // 7 % 5)]
    total += len(runs) + max(accumulate(n % 11 - 5 for n in range(200000)))
    total += list(accumulate(range(1, 200), mul))[-1] % 1000003
    total += sum(b - a for a, b in pairwise(n * n for n in range(150000)))
    total += sum(a + b + c for a, b, c in windows(range(80000), 3))
    total += sum(len(batch) for batch in batched(range(100000), 6))
    total += sum(starmap(pow, zip(range(30000), repeat(2))))
    total += sum(compress(range(200000), cycle((1, 0, 1))))
    total += sum(takewhile(lambda n: n < 50000, dropwhile(lambda n: n < 20000, count())))
    total += sum(filterfalse(lambda n: n % 3, range(100000)))
    total += sum(a + b for a, b in zip_longest(range(90000), range(60000), fillvalue=1))
    print(total, runs[-1])


main()
