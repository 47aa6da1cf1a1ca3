# A matrix class with operators and its errors.
class Matrix:
    def __init__(self, rows): 
        self.rows = [list(map(float, r)) for r in rows]
        if len({len(r) for r in self.rows}) > 1: raise ValueError("ragged rows: %s" % [len(r) for r in rows])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @classmethod
    def identity(cls, n): return cls([[i == j for j in range(n)] for i in range(n)])
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not align")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __mul__(self, k): return Matrix([[x * k for x in r] for r in self.rows])
    __rmul__ = __mul__
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows)])
    def __neg__(self): return self * -1
    def __getitem__(self, key):
        if isinstance(key, tuple): i, j = key; return self.rows[i][j] if isinstance(i, int) and isinstance(j, int) else Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in (self.rows[i] if isinstance(i, slice) else [self.rows[i]])])
        return self.rows[key]
    def __setitem__(self, key, v): i, j = key; self.rows[i][j] = v
    def __eq__(self, o): return self.rows == o.rows
    def __pow__(self, n):
        r, b = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: r = r @ b
            b = b @ b; n >>= 1
        return r
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        m = [r[:] for r in self.rows]; d = 1.0
        for c in range(len(m)):
            p = max(range(c, len(m)), key=lambda r: abs(m[r][c]))
            if m[p][c] == 0: return 0.0
            if p != c: m[p], m[c] = m[c], m[p]; d = -d
            d *= m[c][c]
            for r in range(c + 1, len(m)):
                f = m[r][c] / m[c][c]
                for k in range(c, len(m)): m[r][k] -= f * m[c][k]
        return d
    def __str__(self): return "\n".join(" ".join(f"{x:8.3f}" for x in r) for r in self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __contains__(self, x): return any(x in r for r in self.rows)
    def __bool__(self): return any(map(any, self.rows))
m = Matrix([[2, -1, 0], [1, 3, 2], [0, 5, -4]])
print(m); print(m.det(), m.T, m @ m.T, 2 * m, -m, m ** 5, m[0, 1], m[0:2, 1:], m[1], len(m), 5 in m, bool(m + -m), sep="\n")
m[0, 0] = 1e10; print(m, [*m], m == Matrix(m.rows))
for f in (lambda: Matrix([[1, 2], [3]]), lambda: m @ Matrix([[1]]), lambda: m + Matrix([[1]] * 3), lambda: m * "a", lambda: Matrix([["x"]]), lambda: m[5], lambda: m["a"], lambda: m[1, 2, 3], lambda: m @ 3, lambda: 3 @ m, lambda: m - m):
    try: print(f())
    except Exception as e: print(type(e).__name__, "-", e)
print(Matrix([[1, 1], [1, 0]]) ** 90)
