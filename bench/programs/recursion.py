# Deep recursion: Ackermann, trees and lists walked to great depth, mutual recursion, memo, permutations, backtracking.

import sys
from functools import lru_cache

sys.setrecursionlimit(9000)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def takeuchi(x, y, z):
    return z if y >= x else takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def linked(n):
    return None if n == 0 else (n, linked(n - 1))


def length(pairs):
    return 0 if pairs is None else 1 + length(pairs[1])


def hanoi(n, source, target, spare, pegs):
    if n == 0:
        return 0
    moves = hanoi(n - 1, source, spare, target, pegs)
    pegs[target].append(pegs[source].pop())
    return moves + 1 + hanoi(n - 1, spare, target, source, pegs)


def permutations(items):
    if not items:
        yield ()
    for place, item in enumerate(items):
        for rest in permutations(items[:place] + items[place + 1 :]):
            yield item, *rest


@lru_cache(maxsize=None)
def ways(total, largest):
    if total == 0:
        return 1
    if total < 0 or largest == 0:
        return 0
    return ways(total - largest, largest) + ways(total, largest - 1)


def flatten(nested):
    result = []
    for item in nested:
        if isinstance(item, list):
            result.extend(flatten(item))
        else:
            result.append(item)
    return result


def main():
    print(ackermann(2, 600), ackermann(3, 6), takeuchi(16, 9, 2))
    print(sum(is_even(n) for n in range(0, 6000, 60)), sum(length(linked(8000)) for _ in range(12)))
    pegs = [list(range(15, 0, -1)), [], []]
    print(hanoi(15, 0, 2, 1, pegs), len(pegs[2]))
    print(sum(order[0] < order[-1] for order in permutations(tuple(range(8)))), ways(250, 100))
    nested = 0
    for depth in range(400):
        nested = [depth, nested, [depth]]
    print(sum(flatten(nested)))


main()
