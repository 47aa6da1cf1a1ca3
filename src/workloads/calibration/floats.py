"""Floats from their free list."""


def main(count):
    x = 1.5
    total = 0.0
    for _ in [None] * count:
        total = x * 2.0 - total
        x = total + 0.25
        x = x / 3.0
