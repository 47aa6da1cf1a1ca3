# Numbers that no C integer holds, and what comes first when two arguments are wrong; a batch that ends early.
import itertools
from collections import deque


def attempt(function, *args, **names):
    try:
        return function(*args, **names)
    except Exception as error:
        return type(error).__name__, str(error), error.args


for big in 248 << 115, 2**63, 2**63 - 1, -1, -2**70, 1.5, None, "a", True:
    for bounds in (big,), (0, big), (big, 5), (0, 5, big), (None, big):
        print(big, bounds, attempt(lambda: list(itertools.islice([1, 2], *bounds))), attempt(lambda: list(itertools.islice(None, *bounds))))

for call in (
    lambda: itertools.repeat(1, 2**70), lambda: itertools.batched([1], 2**70), lambda: itertools.batched([1], 0),
    lambda: itertools.batched(None, 0), lambda: itertools.tee(None, -1), lambda: itertools.permutations([1], 2**70),
    lambda: itertools.permutations(None, -1), lambda: itertools.combinations([1], -1), lambda: itertools.product([1], repeat=2**70),
    lambda: deque([1], 2**70), lambda: deque(None, -1), lambda: deque([1]).rotate(2**70), lambda: "s".expandtabs(2**70),
    lambda: "s".expandtabs(2**31), lambda: "s".expandtabs(-2**31 - 1), lambda: b"s".expandtabs(2**31), lambda: sum(None, "c"),
    lambda: sum([], "c"), lambda: sum(None, b"c"), lambda: sum([1], bytearray()), lambda: sum({}.values, "c"),
):
    print(attempt(call))


class Again:
    """Ends, and goes on when it is asked again."""

    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count in (3, 6, 7):
            raise StopIteration
        if self.count == 10:
            raise ValueError("ten")
        return self.count


for strict in False, True:
    batches = itertools.batched(Again(), 2, strict=strict)
    print([attempt(next, batches, "end") for _ in range(9)])
    batches = itertools.batched(Again(), 3, strict=strict)
    print([attempt(next, batches, "end") for _ in range(9)])
