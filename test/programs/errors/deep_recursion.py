# The limit of recursion counts Python frames; recursion through built-in code has a limit of its own, ten times as high.
class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following

    def __repr__(self):
        return f"{self.value} {self.following!r}" if self.following else f"{self.value}"

    def __eq__(self, other):
        return self.value == other.value and self.following == other.following

    def __hash__(self):
        return hash((self.value, self.following))

    def __len__(self):
        return 1 + (len(self.following) if self.following is not None else 0)

    def __bool__(self):
        return True

    def __lt__(self, other):
        return self.following < other.following if self.following else self.value < other.value

    def __iter__(self):
        yield self.value
        if self.following:
            yield from self.following


def chain(length):
    node = None
    for value in range(length):
        node = Node(value, node)
    return node


def nested(levels, make):
    value = 1
    for _ in range(levels):
        value = make(value)
    return value


long = chain(450)
print(len(repr(long)), long == chain(450), len(long), hash(long) == hash(chain(450)), long < chain(450), sum(long))
for make in (lambda value: [value], lambda value: (value,), lambda value: {1: value}):
    print(nested(1400, make) == nested(1400, make), len(repr(nested(1400, make))))
print(hash(nested(1400, lambda value: (value,))) == hash(nested(1400, lambda value: (value,))))
too_long = chain(1100)
for attempt in (repr, len, hash, list, lambda node: node == chain(1100), lambda node: node < chain(1100)):
    try:
        attempt(too_long)
    except RecursionError as error:
        print(error)


class Tree:
    def __init__(self, levels):
        self.below = Tree(levels - 1) if levels > 1 else None


# A class that is called has a second frame, which counts as well.
for levels in (480, 520):
    try:
        print(Tree(levels).below is not None)
    except RecursionError as error:
        print(error)
