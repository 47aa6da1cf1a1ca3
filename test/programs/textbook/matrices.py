# Matrix arithmetic, determinants, Gauss elimination, transposition, rotation.
from fractions import Fraction
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: out = out @ base
            base, n = base @ base, n >> 1
        return out
    def __eq__(self, o): return self.rows == o.rows
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        m, sign = [[Fraction(x) for x in r] for r in self.rows], 1
        for i in range(len(m)):
            p = next((r for r in range(i, len(m)) if m[r][i]), None)
            if p is None: return Fraction(0)
            if p != i: m[i], m[p], sign = m[p], m[i], -sign
            for r in range(i + 1, len(m)):
                k = m[r][i] / m[i][i]
                m[r] = [a - k * b for a, b in zip(m[r], m[i])]
        out = Fraction(sign)
        for i in range(len(m)): out *= m[i][i]
        return out
    def inverse(self):
        n = len(self.rows)
        m = [[Fraction(x) for x in r] + [Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None: raise ZeroDivisionError("singular matrix")
            m[i], m[p] = m[p], m[i]
            m[i] = [x / m[i][i] for x in m[i]]
            for r in range(n):
                if r != i: m[r] = [a - m[r][i] * b for a, b in zip(m[r], m[i])]
        return Matrix(r[n:] for r in m)
    def __str__(self): return "\n".join(" ".join(f"{str(x):>5}" for x in r) for r in self.rows)
a = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = Matrix([[8], [-11], [-3]])
print(a @ b, a.det(), (a.inverse() @ b).T, a @ a.inverse() == Matrix.identity(3), a + a == 2 * a, a.T.T == a, sep="\n")
print((Matrix([[1, 1], [1, 0]]) ** 50)[0, 1], a.shape, a[1, 2])
for bad in (lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse()):
    try: bad()
    except (ValueError, ZeroDivisionError) as e: print(e)
rot = lambda m: [list(r) for r in zip(*m[::-1])]
g = [[1, 2], [3, 4], [5, 6]]
print(rot(g), rot(rot(rot(rot(g)))) == g, [sum(r) for r in g], [sum(c) for c in zip(*g)], sum(g[i][i] for i in range(2)))
