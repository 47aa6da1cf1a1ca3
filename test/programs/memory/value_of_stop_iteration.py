"""What an iterator's StopIteration carries goes through iterators over it, and is gone when nobody asks."""

import itertools
import weakref


class Ends:
    """Ends at once, with 42."""

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


class Token:
    """Tells of its death."""

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("dies", self.name)


def returns(value, *items):
    yield from items
    return value


def arguments(iterator):
    try:
        return next(iterator)
    except StopIteration as stop:
        return stop.args


print("through:")
for make in (
    enumerate,
    zip,
    lambda inner: zip([1], inner),
    lambda inner: map(str, inner),
    lambda inner: filter(None, inner),
    lambda inner: itertools.islice(inner, 3),
    lambda inner: itertools.takewhile(bool, inner),
    lambda inner: itertools.dropwhile(bool, inner),
    lambda inner: itertools.accumulate(inner),
    lambda inner: itertools.starmap(int, inner),
    lambda inner: itertools.pairwise(inner),
    lambda inner: itertools.compress(inner, [1]),
    lambda inner: itertools.filterfalse(bool, inner),
    lambda inner: itertools.chain(inner),
    lambda inner: itertools.cycle(inner),
    lambda inner: itertools.batched(inner, 2),
    lambda inner: itertools.zip_longest(inner),
    lambda inner: itertools.tee(inner)[0],
    iter,
):
    print(arguments(make(Ends())), arguments(make(returns([4242]))), arguments(make(returns(None))))


def delegate():
    print("delegated", (yield from map(str, Ends())))
    print("delegated", (yield from map(str, returns("r", 1))))
    print("delegated", (yield from []))


    print("delegated", (yield from map(stop_at_two, range(9))))


def stop_at_two(number):
    if number == 2:
        raise StopIteration(444)
    return number


print(list(delegate()))

print("gone:")
for consume in (list, tuple, set, sum, max, any, lambda it: [*it], lambda it: dict.fromkeys(it), lambda it: 9 in it):
    result = consume(map(int, returns(Token(getattr(consume, "__name__", "?")), 3)))
    print(result, arguments(iter([])), arguments(zip()))
print(dict(returns(Token("pairs"), (1, 2))), arguments(iter(())))
first, *rest = returns(Token("unpacked"), 1, 2)
print(first, rest, arguments(iter("")))
for item in zip(returns(Token("loop"), 1)):
    print(item, arguments(iter("")))
print(next(zip(returns(Token("default"))), "default"))

try:
    for pair in zip(returns(Token("strict"), 1), [1, 2], strict=True):
        print(pair)
except ValueError as error:
    print(error)
print(arguments(iter("")))

token = Token("watched")
watch = weakref.ref(token)
print(list(enumerate(returns(token, "x"))))
del token
print(watch())
