"""Cycles that only a collection frees."""
import gc


class Node:
    pass


def main(count):
    for _ in range(count // 2000):
        for _ in range(300):
            a = Node()
            b = Node()
            a.other = b
            b.other = a
        a = b = None
        gc.collect()
