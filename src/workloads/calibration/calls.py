"""Frames pushed and popped; no object is made."""


def identity(value):
    return value


def main(count):
    f = identity
    for _ in [None] * count:
        f(None)
        f(None)
        f(None)
