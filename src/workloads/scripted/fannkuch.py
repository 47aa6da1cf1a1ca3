"""Fannkuch: flips in permutations, a few small lists that never grow.

Purpose: list slices and small ints only: short-lived lists of one size and cached numbers, so
a strategy's price for plain list traffic shows without anything else.
Exercises: lists, slices, small ints, short lives
Observes: nothing
Source: Anderson and Rettig, Performing Lisp analysis of the Fannkuch benchmark (1994)
"""

SIZE = 8  # param: length of the permutations; 2..12; small 5
ROUNDS = 3  # param: times the search is repeated; 1..10000; small 1


def permutations(size):
    """Every order once, by rotating ever longer beginnings, with its place in the row."""
    order = list(range(size))
    turns = [0] * size
    place = 0
    while True:
        yield place, order
        place += 1
        length = 2
        while length <= size:
            order[:length] = order[1:length] + order[:1]
            turns[length - 1] += 1
            if turns[length - 1] < length:
                break
            turns[length - 1] = 0
            length += 1
        if length > size:
            return


def flips(order):
    order = order[:]
    count = 0
    first = order[0]
    while first:
        order[: first + 1] = order[first::-1]
        count += 1
        first = order[0]
    return count


def main():
    most = checksum = 0
    for _ in range(ROUNDS):
        for place, order in permutations(SIZE):
            count = flips(order)
            most = max(most, count)
            checksum += -count if place % 2 else count
    print("checksum:", checksum // ROUNDS)
    print(f"most flips for {SIZE}:", most)


main()
