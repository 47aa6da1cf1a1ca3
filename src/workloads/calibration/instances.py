"""Instances of a class, with inline values."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def main(count):
    a = object()
    for _ in [None] * count:
        b = Point(a, a)
        b = b.x
