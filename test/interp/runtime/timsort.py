"""Which comparisons list.sort makes, and in which order: recorded by CPython into timsort.golden."""
import sys

state = 12345


def draw(bound):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % bound


def shuffled(n):
    return [draw(n) for _ in range(n)]


def nearly_sorted(n):
    values = list(range(n))
    for _ in range(n // 10):
        i = draw(n)
        j = draw(n)
        values[i], values[j] = values[j], values[i]
    return values


SHAPES = {
    "shuffled": shuffled,
    "ascending": lambda n: list(range(n)),
    "descending": lambda n: list(range(n, 0, -1)),
    "few values": lambda n: [draw(4) for _ in range(n)],
    "nearly sorted": nearly_sorted,
    "descending stairs": lambda n: [-(i // 7) for i in range(n)],
    "constant": lambda n: [0] * n,
    "saw": lambda n: [i % 50 for i in range(n)],
    "ascending with noise": lambda n: [i if i % 100 < 80 else draw(n) for i in range(n)],
    "valley": lambda n: [n - i if i < n // 2 else i for i in range(n)],
    "flat then stairs down": lambda n: [0] * (n // 3) + [-i // 3 for i in range(n - n // 3)],
}


class Item:
    def __init__(self, value, number):
        self.value = value
        self.number = number

    def __lt__(self, other):
        global count, trace
        count += 1
        trace = (trace * 31 + self.number * 7 + other.number) % 1000000007
        return self.value < other.value


print("# CPython", sys.version.split()[0], "shape; length; comparisons; their order; the sorted order")
for shape, make in SHAPES.items():
    for length in (0, 1, 2, 3, 5, 10, 31, 63, 64, 65, 100, 257, 1000, 3001):
        count = trace = order = 0
        items = [Item(value, number) for number, value in enumerate(make(length))]
        items.sort()
        for item in items:
            order = (order * 31 + item.number) % 1000000007
        print(shape, length, count, trace, order, sep="; ")
