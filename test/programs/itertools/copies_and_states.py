"""Iterators of itertools are copied where they stand; 3.13 still knows how, and warns."""
import copy
import pickle
import warnings
from itertools import (
    accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise,
    permutations, product, repeat, starmap, takewhile, tee, zip_longest,
)

warnings.simplefilter("ignore")


def small(x):
    return x < 3


def add(a, b):
    return a + b


MAKERS = {
    "count": lambda: count(3, 2),
    "count from a float": lambda: count(0.5),
    "cycle": lambda: cycle([1, 2, 3]),
    "repeat": lambda: repeat("r", 4),
    "chain": lambda: chain([1, 2], [3, 4], [5]),
    "islice": lambda: islice(list(range(20)), 2, 15, 3),
    "compress": lambda: compress([1, 2, 3, 4], [1, 0, 1, 1]),
    "filterfalse": lambda: filterfalse(small, [1, 5, 2, 6, 7]),
    "takewhile": lambda: takewhile(small, [1, 2, 3, 1]),
    "dropwhile": lambda: dropwhile(small, [1, 4, 1, 2]),
    "starmap": lambda: starmap(add, [(1, 2), (3, 4), (5, 6)]),
    "zip_longest": lambda: zip_longest([1, 2], [3, 4, 5], fillvalue="-"),
    "accumulate": lambda: accumulate([1, 2, 3, 4], add),
    "accumulate from ten": lambda: accumulate([1, 2, 3], initial=10),
    "product": lambda: product([1, 2], "ab"),
    "permutations": lambda: permutations([1, 2, 3], 2),
    "combinations": lambda: combinations([1, 2, 3, 4], 3),
    "with replacement": lambda: combinations_with_replacement([1, 2], 2),
    "tee": lambda: tee([1, 2, 3, 4])[1],
}


def shown(value):
    if isinstance(value, (tuple, list)):
        return f"({', '.join(map(shown, value))})"
    if hasattr(value, "__next__"):
        return f"<{type(value).__name__}>"
    return getattr(value, "__name__", None) or repr(value)


for name, make in MAKERS.items():
    for steps in (0, 2, 9):
        here = make()
        for _ in range(steps):
            next(here, None)
        parts = here.__reduce__()
        if name != "tee":
            print(name, steps, shown(parts))
        there = pickle.loads(pickle.dumps(here))
        deep = copy.deepcopy(here)
        print("   ", list(islice(there, 6)), list(islice(deep, 6)), list(islice(here, 6)))

groups = groupby("aabbbc")
print(next(groups)[0], [(key, list(group)) for key, group in copy.deepcopy(groups)], [(key, list(group)) for key, group in groups])
shared = cycle("xyz")
next(shared)
twin = copy.copy(shared)
print(next(shared), next(twin), next(shared), [next(twin) for _ in range(5)])


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: copy.copy(pairwise("abc")))
attempt(lambda: batched("abc", 2).__reduce__())
attempt(lambda: chain().__setstate__([]))
attempt(lambda: chain().__setstate__((1, 2)))
attempt(lambda: cycle("ab").__setstate__((1, 2)))
attempt(lambda: islice("ab", 1).__setstate__("x"))
attempt(lambda: product("ab", "cd").__setstate__((1,)))
attempt(lambda: permutations("abc", 2).__setstate__((1, 2)))
attempt(lambda: combinations("abc", 2).__setstate__("x"))
moved = product("ab", "cd", "ef")
moved.__setstate__((0, 99, -1))
print(next(moved), next(moved))
warnings.simplefilter("error")
try:
    copy.copy(repeat(1))
except DeprecationWarning as warning:
    print(warning)
