"""Matrices as lists of lists: product, transpose, elimination, exact fractions.

Purpose: rows are medium-sized lists that live as long as their matrix, elements are boxed
floats and ints; every product makes a whole new matrix and drops the old one.
Exercises: lists, floats, big integers, medium-sized objects
Observes: nothing
Source: Strassen (1969) for the blocks; Bareiss (1968) for exact elimination
"""

SIZE = 56  # param: rows and columns of the float matrices; 4..1000; small 6
POWERS = 10  # param: products of the float matrices; 1..10000; small 2
EXACT = 34  # param: rows of the integer matrix of Bareiss's elimination; 2..300; small 5


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def transpose(a):
    return [list(column) for column in zip(*a)]


def identity(size):
    return [[1.0 if i == j else 0.0 for j in range(size)] for i in range(size)]


def added(a, b, sign=1):
    return [[x + sign * y for x, y in zip(r, s)] for r, s in zip(a, b)]


def quarters(a):
    half = len(a) // 2
    top, bottom = a[:half], a[half:]
    return (
        [row[:half] for row in top],
        [row[half:] for row in top],
        [row[:half] for row in bottom],
        [row[half:] for row in bottom],
    )


def strassen(a, b):
    """Seven products of quarters instead of eight, while the size is even and large."""
    if len(a) % 2 or len(a) <= 12:
        return product(a, b)
    a11, a12, a21, a22 = quarters(a)
    b11, b12, b21, b22 = quarters(b)
    m1 = strassen(added(a11, a22), added(b11, b22))
    m2 = strassen(added(a21, a22), b11)
    m3 = strassen(a11, added(b12, b22, -1))
    m4 = strassen(a22, added(b21, b11, -1))
    m5 = strassen(added(a11, a12), b22)
    m6 = strassen(added(a21, a11, -1), added(b11, b12))
    m7 = strassen(added(a12, a22, -1), added(b21, b22))
    c11 = added(added(m1, m4), added(m7, m5, -1))
    c12 = added(m3, m5)
    c21 = added(m2, m4)
    c22 = added(added(m1, m2, -1), added(m3, m6))
    return [r + s for r, s in zip(c11, c12)] + [r + s for r, s in zip(c21, c22)]


def solve(a, b):
    """Gauss elimination with the largest pivot; both arguments stay as they are."""
    size = len(a)
    rows = [row[:] + [value] for row, value in zip(a, b)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    result = [0.0] * size
    for i in range(size - 1, -1, -1):
        known = sum(rows[i][j] * result[j] for j in range(i + 1, size))
        result[i] = (rows[i][size] - known) / rows[i][i]
    return result


def determinant(a):
    """Bareiss: every division is exact, the integers grow."""
    rows = [row[:] for row in a]
    sign, before = 1, 1
    for i in range(len(rows) - 1):
        if rows[i][i] == 0:
            for r in range(i + 1, len(rows)):
                if rows[r][i]:
                    rows[i], rows[r] = rows[r], rows[i]
                    sign = -sign
                    break
            else:
                return 0
        for r in range(i + 1, len(rows)):
            for c in range(i + 1, len(rows)):
                cross = rows[r][c] * rows[i][i] - rows[r][i] * rows[i][c]
                rows[r][c] = cross // before
        before = rows[i][i]
    return sign * rows[-1][-1]


def main():
    a = [[((i * 7 + j * 3) % 11 - 5) / 8 for j in range(SIZE)] for i in range(SIZE)]
    for i in range(SIZE):
        a[i][i] += 4.0
    power = identity(SIZE)
    for _ in range(POWERS):
        power = product(power, a)
        scale = max(abs(x) for row in power for x in row)
        power = [[x / scale for x in row] for row in power]
    print(f"trace of the scaled power: {sum(power[i][i] for i in range(SIZE)):.6f}")
    plain, fast = product(a, transpose(a)), strassen(a, transpose(a))
    worst = max(abs(x - y) for r, s in zip(plain, fast) for x, y in zip(r, s))
    print("both products agree:", worst < 1e-9)
    solution = solve(a, [sum(row) for row in a])
    print("ones come back:", all(abs(x - 1.0) < 1e-9 for x in solution))
    whole = [[(i * i * 3 + j * 5 + i * j) % 19 - 9 for j in range(EXACT)] for i in range(EXACT)]
    for i in range(EXACT):
        whole[i][i] += 7 + i
    value = determinant(whole)
    print(f"determinant: {value.bit_length()} bits, ends in {abs(value) % 10**9}")


main()
