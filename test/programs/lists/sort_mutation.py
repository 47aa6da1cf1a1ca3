# A key function that looks at or changes the list during sort.
a = [3, 1, 2]
def spy(x):
    print("during", a)
    return x
a.sort(key=spy)
print(a)
def meddle(x):
    a.append(x)
    return x
try:
    a.sort(key=meddle)
except ValueError as error:
    print(error)
print(a)
class Picky:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        if self.n == 2 or other.n == 2:
            raise RuntimeError("two refuses")
        return self.n < other.n
    def __repr__(self):
        return f"P{self.n}"
b = [Picky(3), Picky(1), Picky(2), Picky(0)]
try:
    b.sort()
except RuntimeError as error:
    print(error)
print(sorted(p.n for p in b), len(b))
def explode(x):
    if x == 1:
        raise KeyError(x)
    return x
c = [4, 3, 2, 1, 0]
try:
    c.sort(key=explode)
except KeyError as error:
    print("KeyError", error, c)
