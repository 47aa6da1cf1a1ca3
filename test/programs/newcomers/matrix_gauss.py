"""Matrices of fractions: determinant, inverse, rank, systems of equations, powers."""
from __future__ import annotations

from fractions import Fraction
from functools import reduce
from operator import matmul


class Matrix:
    __slots__ = ("rows",)

    def __init__(self, rows):
        self.rows = tuple(tuple(Fraction(x) for x in row) for row in rows)
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self) -> Matrix:
        return Matrix(zip(*self.rows))

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in other.T.rows] for row in self.rows])

    def __mul__(self, factor):
        if not isinstance(factor, (int, Fraction)):
            return NotImplemented
        return Matrix([[x * factor for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n: int) -> Matrix:
        return reduce(matmul, [self] * n, Matrix.identity(len(self.rows))) if n >= 0 else self.inverse() ** -n

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __hash__(self):
        return hash(self.rows)

    def __getitem__(self, key):
        match key:
            case int(i):
                return self.rows[i]
            case int(i), int(j):
                return self.rows[i][j]
            case slice() as rows, slice() as columns:
                return Matrix([row[columns] for row in self.rows[rows]])
        raise TypeError(f"bad index {key!r}")

    def reduced(self):
        rows, pivots, sign = [list(row) for row in self.rows], [], Fraction(1)
        for column in range(self.shape[1]):
            at = len(pivots)
            pivot = next((i for i in range(at, len(rows)) if rows[i][column]), None)
            if pivot is None:
                continue
            if pivot != at:
                rows[at], rows[pivot] = rows[pivot], rows[at]
                sign = -sign
            sign *= rows[at][column]
            rows[at] = [x / rows[at][column] for x in rows[at]]
            for i, row in enumerate(rows):
                if i != at and row[column]:
                    rows[i] = [x - row[column] * y for x, y in zip(row, rows[at])]
            pivots.append(column)
            if len(pivots) == len(rows):
                break
        return Matrix(rows), pivots, sign

    def determinant(self):
        _, pivots, sign = self.reduced()
        return sign if len(pivots) == len(self.rows) else Fraction(0)

    def inverse(self):
        n = len(self.rows)
        wide, pivots, _ = Matrix([row + one for row, one in zip(self.rows, Matrix.identity(n).rows)]).reduced()
        if pivots[:n] != list(range(n)):
            raise ZeroDivisionError("matrix is singular")
        return wide[:, n:]

    def __str__(self):
        texts = [[str(x) for x in row] for row in self.rows]
        width = max(len(t) for row in texts for t in row)
        return "\n".join("[" + "  ".join(t.rjust(width) for t in row) + "]" for row in texts)

    def __repr__(self):
        return f"Matrix({[[int(x) if x == int(x) else float(x) for x in row] for row in self.rows]})"


m = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, 0]])
print(m, m.determinant(), m.inverse(), sep="\n")
print(m @ m.inverse() == Matrix.identity(3), m ** 3, m ** -1 == m.inverse(), sep="\n")
print(repr(m * Fraction(1, 4)), 2 * m[0:2, 1:], m[1, 2], m[-1])
print(Matrix([[1, 2, 3], [2, 4, 6], [1, 1, 1]]).reduced()[1], len({m, Matrix(m.rows), m.T}))
solution = Matrix([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]).reduced()[0]
print([str(row[-1]) for row in solution.rows])
for attempt in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: m @ Matrix([[1]]), lambda: Matrix([[1], [2, 3]]), lambda: m * 1.5, lambda: m["x"], lambda: setattr(m, "name", "m")):
    try:
        attempt()
    except (ArithmeticError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
