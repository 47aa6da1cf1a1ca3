# String formatting: f-strings with specifications, str.format, the % operator, repr, join of columns.


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return format(self.cents / 100, spec or ".2f")

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d}"

    def __repr__(self):
        return f"Money({self.cents!r})"


def table(rows):
    lines = []
    for number, name, amount in rows:
        lines.append(f"{number:>6d} | {name:<12} | {amount:>12,.2f} | {amount:e} | {number:#x}")
    return lines


def main():
    rows = [(i, f"name{i % 77}", i * 1.37) for i in range(40000)]
    lines = table(rows)
    total = sum(map(len, lines))
    pattern = "{0:>5}/{1:<7}/{2!r:^9}/{name:.3}"
    for i in range(50000):
        total += len(pattern.format(i, -i, "q", name="abcdef"))
    for i in range(80000):
        total += len("%05d %-8s %6.2f %x" % (i, "item", i / 7, i))
    for i in range(60000):
        money = Money(i)
        total += len(f"{money} {money!s} {money!r} {money:8.1f}")
    width = 12
    for i in range(60000):
        total += len(f"{i:{width}}{i * 0.5!r}{i:0{width}b}")
    for i in range(30000):
        total += len(str(i / 3)) + len(repr((i, "a'b", 1.5, None)))
    print(total, lines[12345])


main()
