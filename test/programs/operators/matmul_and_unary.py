# @ and the unary operators on user classes.
class Vec:
    def __init__(self, *xs):
        self.xs = xs
    def __matmul__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return sum(a * b for a, b in zip(self.xs, other.xs))
    def __rmatmul__(self, other):
        return f"{other}@Vec"
    def __imatmul__(self, other):
        return Vec(*(x * other for x in self.xs))
    def __neg__(self):
        return Vec(*(-x for x in self.xs))
    def __pos__(self):
        return self
    def __invert__(self):
        return Vec(*reversed(self.xs))
    def __abs__(self):
        return sum(x * x for x in self.xs) ** 0.5
    def __repr__(self):
        return f"Vec{self.xs}"
a, b = Vec(1, 2, 3), Vec(4, 5, 6)
print(a @ b, 5 @ a, -a, +a is a, ~a, abs(Vec(3, 4)), --a, -~a)
a @= 2
print(a)
for act in (lambda: a @ 5, lambda: 1 @ 2, lambda: -object, lambda: ~"a", lambda: +None, lambda: abs("x"), lambda: a + 1, lambda: -{}):
    try:
        print(act())
    except TypeError as error:
        print(error)
