"""Built-in functions that allocate nothing."""


def main(count):
    items = (None,) * 3
    size = len
    kind = isinstance
    for _ in [None] * count:
        size(items)
        kind(items, tuple)
        size(items)
        kind(items, list)
