# Exceptions: raised and caught near and far, finally, else, with, look-ups that fail.


class Stop(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Guard:
    closed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        Guard.closed += 1
        return kind is Stop


def descend(depth, value):
    if depth == 0:
        raise Stop(value)
    descend(depth - 1, value)


def parse(text):
    try:
        value = int(text)
    except ValueError:
        return -1
    else:
        return value
    finally:
        Guard.closed += 1


def main():
    total = 0
    for i in range(120000):
        try:
            if i % 3 == 0:
                raise Stop(i)
            total += 1
        except Stop as stop:
            total += stop.value
    for i in range(40000):
        try:
            descend(8, i)
        except Stop as stop:
            total += stop.value & 3
    table = {1: 2}
    for i in range(200000):
        try:
            total += table[i & 1]
        except KeyError:
            total -= 1
    for i in range(100000):
        with Guard():
            if i & 1:
                raise Stop(i)
    for i in range(60000):
        total += parse("12" if i % 2 else "twelve")
    for i in range(60000):
        try:
            try:
                [][i]
            except IndexError as error:
                raise RuntimeError("chained") from error
        except RuntimeError as error:
            total += error.__cause__ is not None
    print(total, Guard.closed)


main()
