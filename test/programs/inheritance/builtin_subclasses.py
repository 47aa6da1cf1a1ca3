# Subclasses of list, dict, str, float, set, Exception.
class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = "attr"
    def append(self, x):
        super().append(x * 2)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return L(*super().__getitem__(i))
        return super().__getitem__(i)
l = L(1, 2)
l.append(3)
l += [9]
print(l, l.extra, l[0], type(l[:2]).__name__, type(l + [1]).__name__, type(l * 2).__name__, type(l.copy()).__name__, l == [1, 2, 6, 9], len(l), sorted(l, reverse=True), isinstance(l, list))
class F(float):
    def __add__(self, o):
        return F(float(self) + o)
    def __repr__(self):
        return f"F{float(self)}"
print(F(1.5) + 1, 1 + F(1.5), F("2.5") * 2, round(F(2.5)), int(F(3.7)), f"{F(1.5):.2f}", sum([F(1), F(2)]), F(1) == 1, hash(F(2)) == hash(2))
class S(set):
    def add(self, x):
        super().add(str(x))
s = S()
s.add(1)
s |= {2}
print(type(s).__name__, type(s | {3}).__name__, type(s & {2}).__name__, type(s.copy()).__name__, sorted(map(str, s)), len(s))
class FS(frozenset): pass
print(type(FS([1]) | FS([2])).__name__, FS([1]) == {1}, hash(FS([1])) == hash(frozenset([1])))
class D(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k) from None
    __setattr__ = dict.__setitem__
d = D(a=1)
d.b = 2
print(d, d.a, d.b, hasattr(d, "c"), d.get("zz"))
class E(KeyError):
    def __str__(self):
        return "custom " + super().__str__()
try:
    raise E("k")
except KeyError as error:
    print(error, repr(error), error.args, isinstance(error, LookupError))
class I(int):
    def __eq__(self, o): return False
    __hash__ = int.__hash__
print(I(1) == 1, 1 == I(1), I(1) in [1], {1: "x"}.get(I(1)), I(3) < 4)
