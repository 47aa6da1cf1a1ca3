"""N queens by generators over tuples: small objects with very short lives.

Purpose: every partial placement is a new tuple, every row a generator of its own; all of it
dies within a few steps. The live set is tiny, the allocation rate is high.
Exercises: generators, tuples, recursion, small ints, short lives
Observes: nothing
Source: the eight queens puzzle (Bezzel 1848), backtracking row by row
"""

SIZE = 9  # param: side of the board and number of queens; 1..14; small 5
ROUNDS = 3  # param: times the search is repeated; 1..10000; small 1


def is_safe(placed, column):
    row = len(placed)
    for other_row, other_column in enumerate(placed):
        distance = row - other_row
        if other_column == column or abs(other_column - column) == distance:
            return False
    return True


def placements(size, placed=()):
    """All ways to complete a placement, in lexicographic order."""
    if len(placed) == size:
        yield placed
        return
    for column in range(size):
        if is_safe(placed, column):
            yield from placements(size, placed + (column,))


def drawing(placed):
    size = len(placed)
    return "\n".join("." * column + "Q" + "." * (size - column - 1) for column in placed)


def main():
    solutions = 0
    checksum = 0
    first = None
    for _ in range(ROUNDS):
        for placed in placements(SIZE):
            solutions += 1
            if first is None:
                first = placed
            for column in placed:
                checksum = (checksum * 16 + column) % 1000003
    print(f"{SIZE} queens: {solutions // ROUNDS} solutions")
    print("checksum:", checksum)
    if first is not None:
        print(drawing(first))


main()
