# partial, partialmethod, reduce.
from functools import partial, partialmethod, reduce
def f(a, b, c=3, **k): return a, b, c, k
p = partial(f, 1, c=30)
print(p(2), p(2, c=5), p(2, z=1), p.args, p.keywords, p.func is f, partial(p, 9)(), partial(p, 9).args, partial(int, base=2)("101"))
print(list(map(partial(pow, 2), range(5))), sorted(["b", "A"], key=partial(str.lower)), repr(partial(print, 1, sep="-")).replace(repr(print), "P"))
class C:
    def set(self, state, extra=None): self.state = state, extra
    on = partialmethod(set, True)
    off = partialmethod(set, False, extra="x")
c = C()
c.on()
print(c.state)
c.off()
print(c.state)
p.attr = 5
print(p.attr, p.__dict__)
for act in (lambda: partial(), lambda: partial(5), lambda: p(), lambda: p(1, 2, 3)):
    try:
        print(act())
    except TypeError as e:
        print(e)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, ["a", "b"], ""), reduce(max, [3, 9, 2]), reduce(lambda a, b: [b] + a, [1, 2, 3], []), reduce(lambda a, b: a, [7]), reduce(None, [], "init"), reduce(lambda a, f: f(a), [str, len], 12345))
for act in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max), lambda: reduce(lambda a: a, [1, 2])):
    try:
        print(act())
    except TypeError as e:
        print(e)
