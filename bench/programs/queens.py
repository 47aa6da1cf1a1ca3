# Queens: backtracking over lists and sets, and over bits.


def by_lists(size):
    columns = [False] * size
    rising = [False] * (2 * size)
    falling = [False] * (2 * size)

    def place(row):
        if row == size:
            return 1
        found = 0
        for column in range(size):
            up = row + column
            down = row - column + size
            if not (columns[column] or rising[up] or falling[down]):
                columns[column] = rising[up] = falling[down] = True
                found += place(row + 1)
                columns[column] = rising[up] = falling[down] = False
        return found

    return place(0)


def by_bits(size):
    full = (1 << size) - 1

    def place(columns, rising, falling):
        if columns == full:
            return 1
        found = 0
        free = full & ~(columns | rising | falling)
        while free:
            bit = free & -free
            free ^= bit
            found += place(columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
        return found

    return place(0, 0, 0)


def by_tuples(size):
    solutions = [()]
    for row in range(size):
        solutions = [
            placed + (column,)
            for placed in solutions
            for column in range(size)
            if all(
                column != other and abs(column - other) != row - at
                for at, other in enumerate(placed)
            )
        ]
    return len(solutions)


def main():
    print(by_lists(9), by_bits(12), by_tuples(9))


main()
