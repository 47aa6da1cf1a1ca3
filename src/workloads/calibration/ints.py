"""Ints beyond the cache: one small block each, freed at once."""


def main(count):
    x = 1000
    for _ in [None] * count:
        x = x + 7
        x = x - 6
        x = x ^ 513
