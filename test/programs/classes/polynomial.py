# A polynomial class with operators and evaluation.
class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and c[-1] == 0: c.pop()
        self.c = c
    def __call__(self, x):
        r = 0
        for k in reversed(self.c): r = r * x + k
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)))
    def __mul__(self, o):
        if not isinstance(o, Poly): return Poly(*(k * o for k in self.c))
        r = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __pow__(self, n):
        r = Poly(1)
        for _ in range(n): r = r * self
        return r
    def __divmod__(self, d):
        q, r = Poly(), self
        while len(r.c) >= len(d.c):
            t = Poly(*[0] * (len(r.c) - len(d.c)), r.c[-1] // d.c[-1])
            q, r = q + t, r - t * d
        return q, r
    def __eq__(self, o): return self.c == o.c
    def __bool__(self): return bool(self.c)
    def derive(self): return Poly(*(i * k for i, k in enumerate(self.c))) if len(self.c) < 1 else Poly(*[i * k for i, k in enumerate(self.c)][1:])
    def __repr__(self):
        terms = []
        for i, k in reversed(list(enumerate(self.c))):
            if k:
                s = "-" if k < 0 else "+" if terms else ""
                k = abs(k)
                terms.append(s + (str(k) if k != 1 or i == 0 else "") + ("x" if i else "") + (f"^{i}" if i > 1 else ""))
        return "".join(terms) or "0"
p, q = Poly(1, 2, 1), Poly(-1, 1)
print(p, q, p + q, p - p, p * q, 3 * p, -q, q ** 3, p(2), (p * q)(5), divmod(Poly(-1, 0, 0, 1), q), p.derive(), p == Poly(1, 1) ** 2, bool(p - p), Poly(0, 0), (p ** 5).c)
