"""Spectral norm: boxed floats in lists, through many small calls.

Purpose: each matrix element is computed by a call that returns a fresh float, vectors are
lists that are replaced as a whole. Almost nothing survives a step.
Exercises: floats, functions, lists, short lives
Observes: nothing
Source: the spectral-norm task of the Computer Language Benchmarks Game; Hundred-Digit Challenge 3
"""

SIZE = 120  # param: rows and columns; 1..5000; small 8
STEPS = 8  # param: steps of the power method; 1..1000; small 3


def element(i, j):
    diagonal = i + j
    return 1.0 / (diagonal * (diagonal + 1) // 2 + i + 1)


def times(vector):
    size = len(vector)
    return [sum([element(i, j) * vector[j] for j in range(size)]) for i in range(size)]


def times_transposed(vector):
    size = len(vector)
    return [sum([element(j, i) * vector[j] for j in range(size)]) for i in range(size)]


def main():
    u = [1.0] * SIZE
    v = u
    for _ in range(STEPS):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    across = sum(a * b for a, b in zip(u, v))
    along = sum(b * b for b in v)
    print(f"{(across / along) ** 0.5:.9f}")


main()
