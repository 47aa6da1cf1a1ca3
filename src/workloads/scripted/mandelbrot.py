"""Mandelbrot: a picture in letters, floats without objects around them.

Purpose: three floats are alive at any moment and millions die; the picture grows as a list of
strings. The floor of what boxing costs.
Exercises: floats, strings, short lives
Observes: nothing
Source: Mandelbrot, Fractal aspects of the iteration of z -> z*z + c (1980)
"""

WIDTH = 110  # param: characters in a row; 2..1000; small 20
HEIGHT = 44  # param: rows of the picture; 2..1000; small 8
LIMIT = 1400  # param: iterations before a point counts as inside; 1..100000; small 15

SHADES = " .:-=+*%#@"


def escape(cx, cy):
    x = y = 0.0
    for step in range(LIMIT):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return step
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return LIMIT


def main():
    rows = []
    steps = 0
    for row in range(HEIGHT):
        cy = 2.4 * row / HEIGHT - 1.2
        letters = []
        for column in range(WIDTH):
            cx = 3.2 * column / WIDTH - 2.2
            step = escape(cx, cy)
            steps += step
            letters.append("@" if step == LIMIT else SHADES[step % 9])
        rows.append("".join(letters))
    for row in rows[:: max(1, HEIGHT // 16)]:
        print(row.rstrip())
    print("iterations:", steps)


main()
