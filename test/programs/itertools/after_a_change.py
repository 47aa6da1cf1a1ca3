# What an iterator says, again and again, after its container has changed.
import collections
import itertools


def step(iterator):
    try:
        item = next(iterator)
        return item[0] if isinstance(item, tuple) else item
    except (RuntimeError, StopIteration) as error:
        return f"{type(error).__name__} {error}".strip()


makers = {
    "iter": iter,
    "items": lambda d: iter(d.items()),
    "reversed": reversed,
    "enumerate": enumerate,
    "chain": itertools.chain,
    "zip": lambda d: zip(d, itertools.repeat(1)),
    "zip_longest": lambda d: itertools.zip_longest(d, d),
    "islice": lambda d: itertools.islice(d, 5),
    "islice from": lambda d: itertools.islice(d, 1, 5),
    "pairwise": itertools.pairwise,
    "batched": lambda d: itertools.batched(d, 2),
    "accumulate": itertools.accumulate,
    "map": lambda d: map(str, d),
    "filter": lambda d: filter(None, d),
    "groupby": itertools.groupby,
    "tee": lambda d: itertools.tee(d)[0],
    "generator": lambda d: (x for x in d),
    "starmap": lambda d: itertools.starmap(max, zip(d, d)),
    "takewhile": lambda d: itertools.takewhile(bool, d),
    "dropwhile": lambda d: itertools.dropwhile(bool, d),
    "compress": lambda d: itertools.compress(d, d),
    "filterfalse": lambda d: itertools.filterfalse(None, d),
    "cycle": itertools.cycle,
}
for name, make in makers.items():
    for kind in dict, collections.OrderedDict, collections.deque, set:
        container = kind({1: 1, 2: 2, 3: 3})
        try:
            iterator = make(container)
        except (TypeError, AttributeError):
            continue
        said = [step(iterator)]
        if kind is collections.deque:
            container.append(9)
        elif kind is set:
            container.add(9)
        else:
            container[9] = 9
        said += [step(iterator), step(iterator)]
        if kind is collections.deque:
            container.pop()
        elif kind is set:
            container.discard(9)
        else:
            del container[9]
        said += [step(iterator), step(iterator)]
        print(name, kind.__name__, said)
