class Strange(property):
    def __new__(cls, *args, **keywords):
        return "not a property" if keywords.get("doc") or args and args[0] is None else super().__new__(cls)


class P:
    @property
    def plain(self):
        return 1

    def loose(self):
        return 2


class Made(property):
    def __new__(cls, *args):
        return cls.answer

    answer = (1, 2)


p = property(P.loose)
try:
    print(property().__name__)
except AttributeError as error:
    print(error)
print(p.__name__, P.plain.__name__)
try:
    p.fget = None
except AttributeError as error:
    print(error)
made = property.__new__(Made)
made.__init__(P.loose)
made.__set_name__(P, "title")
print(made.__name__, made.setter(P.loose))


class Evil:
    def __init__(self, source):
        self.source = source

    def __hash__(self):
        return 7

    def __eq__(self, other):
        self.source.clear()
        return False


def trial(operation):
    left, right = set(), set()
    left.add(Evil(right))
    for number in range(3):
        right.add(Evil(left))
    left.update(range(20, 30))
    right |= {7, 8, 9, 20}
    try:
        result = operation(left, right)
        print(operation.__name__, type(result).__name__)
    except RuntimeError as error:
        print(operation.__name__, error)


import operator

for name in ("or_", "and_", "sub", "xor", "ior", "iand", "isub", "ixor", "eq", "lt", "ge"):
    trial(getattr(operator, name))
for name in ("union", "intersection", "difference", "symmetric_difference", "issubset", "isdisjoint", "update"):
    trial(getattr(set, name))
d = {}
e = Evil(d)
d[e] = 1
s = {Evil({})}
s.update(d)
print(len(s))
