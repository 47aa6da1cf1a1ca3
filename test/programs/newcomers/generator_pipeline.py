"""Pipelines of generators: reading, filtering, batching, running averages, two-way generators."""
from collections.abc import Iterable, Iterator
from itertools import accumulate, batched, chain, dropwhile, islice, pairwise, takewhile, tee, zip_longest


def numbers(text: str) -> Iterator[int]:
    for line in text.strip().splitlines():
        line = line.partition("#")[0].strip()
        if line:
            yield from map(int, line.split(","))


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        if value is None:
            return total, count
        total += value
        count += 1
        mean = total / count


def windows(items: Iterable, size: int):
    iterators = tee(items, size)
    for skip, iterator in enumerate(iterators):
        next(islice(iterator, skip, skip), None)
    return zip(*iterators)


TEXT = """
3, 1, 4   # first
# nothing
1,5,9,2
6, 5
"""
data = list(numbers(TEXT))
print(data, sum(data), max(data, default=None))
mean = running_mean()
next(mean)
print([round(mean.send(n), 2) for n in data])
try:
    mean.send(None)
except StopIteration as stop:
    print("returned", stop.value)
print(list(windows(data, 3)))
print(list(batched(data, 4)), list(pairwise(data))[:3], list(accumulate(data, max)))
print(list(takewhile(lambda n: n < 5, data)), list(dropwhile(lambda n: n < 5, data)))
print(list(zip_longest("ab", range(3), fillvalue="-")), "".join(chain.from_iterable(["x", "yz"])))


def primes():
    found = {}
    n = 2
    while True:
        if n not in found:
            yield n
            found[n * n] = [n]
        else:
            for p in found.pop(n):
                found.setdefault(p + n, []).append(p)
        n += 1


print(list(islice(primes(), 15)), next(p for p in primes() if p > 200))


def delegating():
    try:
        result = yield from inner()
        yield f"inner said {result}"
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("cleaning up")


def inner():
    received = yield "ready"
    if received == "bad":
        raise ValueError(received)
    return received


for word in ("good", "bad"):
    generator = delegating()
    print(next(generator), "|", generator.send(word), "|", next(generator, "finished"))
generator = delegating()
next(generator)
print(generator.throw(ValueError("thrown")))
generator.close()
print(next(generator, "closed"))
lazy = (print("computing", n) or n * n for n in range(3))
print("nothing yet")
print(sum(lazy), list(lazy))
matrix = [[1, 2], [3, 4], [5, 6]]
print([*zip(*matrix)], {row[0]: row[1] for row in matrix}, [x for row in matrix for x in row if x % 2], any(x > 5 for row in matrix for x in row))
