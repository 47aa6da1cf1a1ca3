"""Game of life on an endless board: a set of cells, made anew each generation.

Purpose: the whole live set is replaced at every step: a table of neighbours and a set of
tuples are built, the previous ones die as a whole.
Exercises: sets, dicts, tuples, bulk deaths
Observes: nothing
Source: Conway's game of life, Gardner in Scientific American (October 1970)
"""

STEPS = 400  # param: generations; 1..1000000; small 8
GLIDERS = 24  # param: gliders on the board beside the r-pentomino; 0..10000; small 1

PENTOMINO = ((0, 1), (0, 2), (1, 0), (1, 1), (2, 1))
GLIDER = ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2))


def step(alive):
    counts = {}
    for row, column in alive:
        for neighbour in (
            (row - 1, column - 1),
            (row - 1, column),
            (row - 1, column + 1),
            (row, column - 1),
            (row, column + 1),
            (row + 1, column - 1),
            (row + 1, column),
            (row + 1, column + 1),
        ):
            counts[neighbour] = counts.get(neighbour, 0) + 1
    return {
        cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)
    }


def drawing(alive):
    top = min(row for row, _ in alive)
    left = min(column for _, column in alive)
    for row in range(top, min(top + 12, max(r for r, _ in alive) + 1)):
        line = "".join("#" if (row, left + c) in alive else "." for c in range(40))
        yield line.rstrip(".")


def main():
    alive = set(PENTOMINO)
    for number in range(GLIDERS):
        alive.update((row + 8 * number + 30, column - 60) for row, column in GLIDER)
    births = len(alive)
    for _ in range(STEPS):
        following = step(alive)
        births += len(following - alive)
        alive = following
    print("alive:", len(alive), "born so far:", births)
    print("spread:", max(alive)[0] - min(alive)[0], "rows")
    for line in drawing(alive):
        print(line)


main()
