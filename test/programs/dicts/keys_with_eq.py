# Keys with their own __eq__ and __hash__.
class Key:
    def __init__(self, n, log=False):
        self.n, self.log = n, log
    def __hash__(self):
        return self.n % 4
    def __eq__(self, other):
        if self.log:
            print("compare", self.n, getattr(other, "n", other))
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
d = {Key(i): i for i in range(10)}
print(d, d[Key(7)], Key(11) in d, d.get(Key(3)), len(d))
del d[Key(4)]
d[Key(4)] = "again"
d[Key(5)] = "five"
print(d, list(d)[-1])
probe = Key(8, log=True)
print(d[probe])
class NoHash:
    def __eq__(self, other):
        return True
class Bad:
    def __hash__(self):
        return "x"
class Raises:
    def __hash__(self):
        raise OSError("no hash today")
for key in (NoHash(), Bad(), Raises()):
    try:
        print({key: 1})
    except Exception as error:
        print(type(error).__name__, error)
class Minus:
    def __hash__(self):
        return -1
class Big:
    def __hash__(self):
        return 2**70 + 3
print(hash(Minus()), hash(Big()) == hash(2**70 + 3), len({Minus(): 1, Minus(): 2}))
class First:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        raise ValueError("eq failed")
try:
    {1: "one"}[First()]
except ValueError as error:
    print(error)
