# Subclasses of int: results of arithmetic are plain ints, unless a dunder says otherwise.
class Tag(int):
    def __new__(cls, value, label):
        self = super().__new__(cls, value)
        self.label = label
        return self

    def __repr__(self):
        return f"Tag({int(self)}, {self.label!r})"

    def __add__(self, other):
        return Tag(int(self) + int(other), self.label + "+")

a = Tag(5, "a")
print(a, str(a), a + 1, 1 + a, type(1 + a).__name__, a * 2, type(a * 2).__name__)
print(a == 5, hash(a) == hash(5), {5: "five"}[a], [10, 20, 30, 40, 50, 60][a], isinstance(a, int))
print(f"{a}", f"{a:03d}", "%d" % a, "%s" % a, int(a), type(int(a)), bool(Tag(0, "z")))
print(sum([a, a]), max(a, 3), sorted([Tag(3, "x"), Tag(1, "y")]))
print(range(a), list(range(a))[-1], "ab" * a, a.label, a.bit_length())
class Plain(int):
    pass
print(Plain(7), Plain("0b11", 0), Plain(), type(-Plain(3)).__name__, type(+Plain(3)).__name__, type(abs(Plain(3))).__name__)
