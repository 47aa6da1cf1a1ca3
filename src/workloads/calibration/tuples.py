"""Tuples from their free lists, which hold references."""


def main(count):
    a = object()
    for _ in [None] * count:
        b = (a, a)
        c = (a, b, a)
        b = c
