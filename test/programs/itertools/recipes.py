# Well-known combinations of iterators.
from itertools import *
from collections import deque
def chunks(it, n):
    it = iter(it)
    while c := list(islice(it, n)): yield c
def window(it, n):
    it = iter(it)
    w = deque(islice(it, n), maxlen=n)
    if len(w) == n: yield tuple(w)
    for x in it:
        w.append(x)
        yield tuple(w)
def flatten(x): return chain.from_iterable(x)
def unique(it, key=None):
    seen = set()
    for x in it:
        k = key(x) if key else x
        if k not in seen:
            seen.add(k)
            yield x
def partition(p, it):
    a, b = tee(it)
    return filterfalse(p, a), filter(p, b)
def powerset(s):
    s = list(s)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def sieve(n):
    d = bytearray((0, 1)) * (n // 2)
    for p in takewhile(lambda p: p * p < n, count(3, 2)):
        if d[p]: d[p * p::2 * p] = bytes(len(range(p * p, n, 2 * p)))
    return chain([2], compress(count(3, 2), d[3::2]))
print(list(chunks(range(7), 3)), list(window("abcde", 3)), list(flatten([[1], [2, 3]])), list(unique("AbBa", str.lower)), [list(x) for x in partition(lambda x: x % 2, range(6))], len(list(powerset(range(5)))), list(sieve(50)))
print(dict(enumerate(accumulate(range(6)))), max(map(sum, window([1, 9, 2, 8, 3], 2))), "".join(k if len(l := list(g)) == 1 else f"{len(l)}{k}" for k, g in groupby("aaabccd")), list(starmap(lambda i, c: c * i, enumerate("abc", 1))), next(dropwhile(lambda p: p < 100, (x * x for x in count()))), sum(1 for _ in takewhile(lambda x: x != 4, cycle([1, 2, 3, 4]))))
collatz = lambda n: chain((n,), takewhile(lambda x: x != 1, accumulate(repeat(n, 200), lambda x, _: x // 2 if x % 2 == 0 else 3 * x + 1)), ())
print(list(islice(collatz(6), 8)))
