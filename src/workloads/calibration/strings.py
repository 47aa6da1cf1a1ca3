"""Strings of a few sizes, copied."""


def main(count):
    a = "some text of thirty characters "
    for _ in [None] * (count // 2):
        b = a + "x"
        c = b + a
        b = c + b
