"""Blocks beyond 512 bytes, which pools do not serve."""


def main(count):
    a = None
    for _ in [None] * count:
        b = [a] * 100
        c = [a] * 300
        b = c
