# Attributes: instance, class and inherited ones, slots, properties, getattr and setattr.


class Counter:
    step = 1

    def __init__(self, start):
        self.value = start
        self.history = []

    @property
    def doubled(self):
        return self.value * 2

    @doubled.setter
    def doubled(self, value):
        self.value = value // 2


class Limited(Counter):
    limit = 5000

    def __init__(self, start):
        super().__init__(start)
        self.hits = 0

    def advance(self):
        self.value += self.step
        if self.value >= self.limit:
            self.value -= self.limit
            self.hits += 1


class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def turned(self):
        return Point(self.y, self.z, self.x)


class Chain:
    def __init__(self, inner, value):
        self.inner = inner
        self.value = value


class Fallback:
    def __init__(self):
        self.known = 3

    def __getattr__(self, name):
        return len(name)


def main():
    counter = Limited(3)
    for _ in range(900000):
        counter.advance()
    for _ in range(160000):
        counter.doubled = counter.doubled + counter.step
    point = Point(1, 2, 3)
    for i in range(150000):
        point = point.turned()
        point.x += i & 3
    chain = None
    for value in range(50):
        chain = Chain(chain, value)
    total = 0
    for _ in range(14000):
        link = chain
        while link.inner is not None:
            total += link.value
            link = link.inner
    fallback = Fallback()
    for i in range(90000):
        total += fallback.known + fallback.unknown
        setattr(fallback, "known", getattr(fallback, "known") ^ 1)
        total += hasattr(counter, "missing")
    print(counter.value, counter.hits, point.x, point.y, point.z, total, fallback.known)


main()
