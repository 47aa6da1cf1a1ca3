"""Lists with their buffers, small and freed at once."""


def main(count):
    a = object()
    for _ in [None] * count:
        b = [a, a, a]
        b.append(a)
        b = [b]
