# Dataclasses: plain, frozen, ordered and with slots; fields with defaults, replace, asdict, comparison, hashing.

from dataclasses import asdict, dataclass, field, replace


@dataclass
class Item:
    name: str
    price: float
    count: int = 1
    tags: list = field(default_factory=list)

    @property
    def cost(self):
        return self.price * self.count


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    patch: int = 0


@dataclass(slots=True)
class Vector:
    x: float
    y: float

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


@dataclass
class Order:
    number: int
    items: list = field(default_factory=list)
    total: float = field(init=False, default=0.0)

    def __post_init__(self):
        self.total = sum(item.cost for item in self.items)


def main():
    money = 0.0
    for number in range(12000):
        items = [Item("pen", 1.5, number % 5), Item("ink", 2.25), Item("paper", 0.01, 500, ["a4"])]
        money += Order(number, items).total
    versions = [Version(i * 7 % 11, i * 5 % 13, i % 17) for i in range(12000)]
    versions.sort()
    distinct = set(versions)
    largest = max(versions)
    bumped = [replace(version, patch=version.patch + 1) for version in versions[::4]]
    place = Vector(0.0, 0.0)
    for i in range(120000):
        place = place + Vector(i * 0.5, 1.0)
    same = sum(Item("a", i % 3) == Item("a", i % 4) for i in range(30000))
    texts = sum(len(repr(version)) for version in versions)
    plain = [asdict(Order(i, [Item("x", i)])) for i in range(2500)]
    print(round(money, 2), len(distinct), largest, bumped[100], place, same, texts, plain[7])


main()
