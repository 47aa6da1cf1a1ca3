"""Memoised recursions: tables that only grow, with keys made on every call.

Purpose: every call packs its arguments into a tuple for the look-up; most tuples die at once,
the first of each kind becomes a key and stays until the table goes. Values are big integers.
Exercises: functools caches, tuples, dicts, big integers, recursion, bulk deaths
Observes: nothing
Source: Michie, Memo functions and machine learning (1968)
"""

from functools import lru_cache

ROUNDS = 36  # param: repetitions with fresh tables; 1..1000000; small 1
FIBONACCI = 300  # param: index of the Fibonacci number; 1..400; small 40
TEXT = 70  # param: characters of the two texts compared; 1..180; small 8
COINS = 160  # param: amount that is paid in coins; 1..350; small 30


def fibonacci(n):
    @lru_cache(maxsize=None)
    def value(n):
        return n if n < 2 else value(n - 1) + value(n - 2)

    return value(n)


def distance(first, second):
    """Edit distance by recursion on the lengths of the prefixes."""
    known = {}

    def between(i, j):
        if i == 0 or j == 0:
            return i + j
        key = (i, j)
        if key not in known:
            if first[i - 1] == second[j - 1]:
                known[key] = between(i - 1, j - 1)
            else:
                rest = min(between(i - 1, j), between(i, j - 1), between(i - 1, j - 1))
                known[key] = 1 + rest
        return known[key]

    return between(len(first), len(second)), len(known)


def ways_to_pay(amount, coins=(1, 2, 5, 10, 20, 50)):
    @lru_cache(maxsize=None)
    def ways(rest, kinds):
        if rest == 0:
            return 1
        if rest < 0 or kinds == 0:
            return 0
        return ways(rest - coins[kinds - 1], kinds) + ways(rest, kinds - 1)

    return ways(amount, len(coins)), ways.cache_info().currsize


def text(length, step):
    return "".join("acgt"[(place * step + place // 5) % 4] for place in range(length))


def main():
    for number in range(ROUNDS):
        last = fibonacci(FIBONACCI + number)
        edits, pairs = distance(text(TEXT, 3), text(TEXT, 7 + number))
        payments, states = ways_to_pay(COINS + number)
        if number in (0, ROUNDS - 1):
            print("fibonacci:", last)
            print("edits:", edits, "prefix pairs:", pairs)
            print("ways to pay:", payments, "states:", states)


main()
