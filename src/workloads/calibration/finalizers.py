"""Finalizers that do nothing."""


class Thing:
    def __del__(self):
        pass


def main(count):
    for _ in [None] * (count // 3):
        thing = Thing()
        thing = None
