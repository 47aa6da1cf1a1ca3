# Matrices: nested lists, index arithmetic, comprehensions, elimination.


def multiply(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        row = a[i]
        target = result[i]
        for k in range(size):
            factor = row[k]
            other = b[k]
            for j in range(size):
                target[j] += factor * other[j]
    return result


def transposed(a):
    return [[row[j] for row in a] for j in range(len(a[0]))]


def eliminate(a):
    rows = [[float(x) for x in row] for row in a]
    size = len(rows)
    determinant = 1.0
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        if pivot != i:
            rows[i], rows[pivot] = rows[pivot], rows[i]
            determinant = -determinant
        head = rows[i][i]
        determinant *= head / 16.0
        for r in range(i + 1, size):
            factor = rows[r][i] / head
            if factor != 0.0:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    return determinant


def main():
    size = 120
    a = [[(i * 3 + j * 7) % 11 - 5 for j in range(size)] for i in range(size)]
    for i in range(size):
        a[i][i] += 20
    b = multiply(a, transposed(a))
    c = multiply(b, a)
    trace = sum(c[i][i] for i in range(size))
    print(trace, sum(map(sum, c)), f"{eliminate(a):.6e}")


main()
