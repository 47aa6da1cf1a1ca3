# __call__, __getitem__ family, __len__, __contains__, __iter__, __reversed__, __missing__.
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *rest, **kw): return self.n + x + sum(rest) + sum(kw.values())
a = Adder(10)
print(a(1), a(1, 2, k=3), callable(a), list(map(a, [1, 2])), Adder(0)(*[1, 2]))
class Seq:
    def __init__(self, *xs): self.xs = list(xs)
    def __len__(self): print("len"); return len(self.xs)
    def __getitem__(self, i): print("get", i); return self.xs[i]
    def __setitem__(self, i, v): print("set", i, v); self.xs[i] = v
    def __delitem__(self, i): print("del", i); del self.xs[i]
s = Seq(1, 2, 3)
print(s[0], s[-1], s[1:])
s[0] = 9
s[1] += 5
del s[2]
print(list(s))
print(list(reversed(s)))
print(7 in s, bool(s))
x, y = s
print(x, y, [*s])
class It:
    def __iter__(self): return iter("ab")
    def __contains__(self, x): return x == "secret"
    def __reversed__(self): return iter("zy")
print(list(It()), "a" in It(), "secret" in It(), list(reversed(It())), dict(enumerate(It())), max(It()), ",".join(It()))
class NotIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Neg:
    def __len__(self): return -5
class F:
    def __len__(self): return 2.5
for act in (lambda: list(NotIter()), lambda: list(NoneIter()), lambda: len(Neg()), lambda: len(F()), lambda: reversed(It) , lambda: reversed(5), lambda: Seq()[0:"x"], lambda: object()[0], lambda: object.__getitem__, lambda: next(It()), lambda: iter(object()), lambda: int[0], lambda: len(5), lambda: reversed({1}), lambda: {}["x"]):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
class Hint:
    def __init__(self): self.n = 3
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
    def __length_hint__(self): return 50
print(list(Hint()), tuple(Hint()), sorted(Hint()), sum(Hint()), 2 in Hint())
