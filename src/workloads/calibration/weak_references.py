"""Weak references, made and cleared."""
import weakref


class Thing:
    pass


def main(count):
    make = weakref.ref
    for _ in [None] * (count // 4):
        thing = Thing()
        first = make(thing)
        second = make(thing, print and None)
        thing = None
