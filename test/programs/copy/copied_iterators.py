"""Iterators can be copied and pickled: the copy goes on from where the first one stands."""
import copy
import pickle

makers = {
    "list": lambda: iter([1, 2, 3]),
    "list backwards": lambda: reversed([1, 2, 3]),
    "tuple": lambda: iter((1, 2)),
    "str": lambda: iter("abc"),
    "wide str": lambda: iter("äβc"),
    "reversed": lambda: reversed("abc"),
    "bytes": lambda: iter(b"ab"),
    "dict": lambda: iter({1: 2, 3: 4}),
    "dict items": lambda: iter({1: 2, 3: 4}.items()),
    "dict values backwards": lambda: reversed({1: 2, 3: 4}.values()),
    "set": lambda: iter({5, 6}),
    "range": lambda: iter(range(5, 50, 7)),
    "long range": lambda: iter(range(2**70, 2**70 + 3)),
    "enumerate": lambda: enumerate("xyz", 3),
    "long enumerate": lambda: enumerate("ab", 2**70),
    "zip": lambda: zip("ab", "cd"),
    "strict zip": lambda: zip([1, 2], [2, 3], strict=True),
    "map": lambda: map(str.upper, "ab"),
    "filter": lambda: filter(None, [0, 1, 2]),
}
for name, make in makers.items():
    first = make()
    next(first)
    stored = pickle.loads(pickle.dumps(first))
    again = copy.copy(first)
    print(f"{name:22} {type(first) is type(again)} {list(stored)} {list(first)} {list(again)}")
    assert next(first, None) is None

numbers = iter([4, 5, 6].pop, 5)
print(list(copy.copy(numbers)))

done = iter([1])
list(done)
print(done.__reduce__()[1], list(copy.copy(done)))
step = iter([1, 2, 3, 4])
step.__setstate__(2)
print(next(step), step.__length_hint__())


class Box:
    def open(self):
        return "open"


box = Box()
for function in [box.open, Box.open, [1].append, str.upper, len, int.__add__, (5).__add__, dict.fromkeys, Box]:
    print(pickle.loads(pickle.dumps(function)).__name__, copy.copy(function).__name__, copy.deepcopy(function).__name__)
