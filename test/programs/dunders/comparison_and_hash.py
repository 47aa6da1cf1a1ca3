# Rich comparison: defaults, inverses, hash removal.
class Eq:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, Eq) and self.n == o.n
print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) != Eq(2), Eq(1) == 1, Eq.__hash__)
try:
    hash(Eq(1))
except TypeError as error:
    print(error)
class Both(Eq):
    def __hash__(self): return hash(self.n)
print(len({Both(1), Both(1), Both(2)}), Both(1) in {Both(1): 0})
class Sub(Both):
    def __eq__(self, o): return True
print(Sub.__hash__, Both.__hash__ is not None)
class Keep(Both):
    def __eq__(self, o): return True
    __hash__ = Both.__hash__
print(hash(Keep(5)) == 5)
class Ver:
    def __init__(self, *p): self.p = p
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return ".".join(map(str, self.p))
vs = [Ver(1, 10), Ver(1, 2), Ver(0, 9, 1)]
print(sorted(vs), max(vs), min(vs), Ver(1) < Ver(2), Ver(1) > Ver(2))
try:
    Ver(1) <= Ver(2)
except TypeError as error:
    print(error)
class Odd:
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return ["ne"]
    def __le__(self, o): return 0
print(Odd() == 1, Odd() != 1, Odd() <= 1, 1 >= Odd(), not Odd() != 1, 5 == Odd(), Odd() in [3], [Odd()] == [1], [Odd()] != [1])
class OnlyNe:
    def __ne__(self, o): return "ne!"
print(OnlyNe() != 1, OnlyNe() == 1, object() == object(), (x := object()) == x, x != x, object().__eq__(1), x.__ne__(x), object.__lt__(1, 2))
class Int:
    def __eq__(self, o): raise ValueError("no comparing")
for act in (lambda: Int() == 1, lambda: Int() in [1], lambda: [Int()].index(0), lambda: [Int()].count(0), lambda: [0, Int()].remove(5), lambda: Int() != 1, lambda: (Int(),) == (1,)):
    try:
        print(act())
    except ValueError as error:
        print(error)
