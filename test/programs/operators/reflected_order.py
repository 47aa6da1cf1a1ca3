# Which operand's method is asked first.
class Base:
    def __init__(self, name):
        self.name = name
    def __add__(self, other):
        print("add", self.name)
        return NotImplemented
    def __radd__(self, other):
        print("radd", self.name)
        return NotImplemented
class Derived(Base):
    pass
class Override(Base):
    def __radd__(self, other):
        print("radd override", self.name)
        return "from override"
def attempt(a, b):
    try:
        print(a + b)
    except TypeError as error:
        print(error)
attempt(Base("a"), Base("b"))
attempt(Base("a"), Derived("d"))
attempt(Base("a"), Override("o"))
attempt(Override("o"), Base("a"))
attempt(1, Base("a"))
attempt(Base("a"), "text")
attempt([], Base("l"))
class Cmp:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        print("lt", self.n)
        return NotImplemented
    def __gt__(self, other):
        print("gt", self.n)
        return True
    def __eq__(self, other):
        print("eq", self.n)
        return NotImplemented
print(Cmp(1) < Cmp(2))
print(Cmp(1) == Cmp(2), Cmp(1) == 5)
class SubCmp(Cmp):
    pass
class SubGt(Cmp):
    def __gt__(self, other):
        print("sub gt")
        return "sub"
print(Cmp(1) < SubCmp(2))
print(Cmp(1) < SubGt(2))
try:
    Cmp(1) <= Cmp(2)
except TypeError as error:
    print(error)
