"""Bytecodes on cached small ints: nothing is allocated."""


def main(count):
    x = 1
    y = 3
    for _ in [None] * count:
        x = y - 2
        y = x + 2
        if y > 4:
            x = 0
        z = x
        x = z
