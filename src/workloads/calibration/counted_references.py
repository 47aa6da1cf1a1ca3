"""References to one heap object, taken and dropped."""


def main(count):
    a = object()
    for _ in [None] * count:
        b = a
        c = b
        d = c
        b = d
        c = b
        a = c
