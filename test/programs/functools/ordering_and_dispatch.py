# total_ordering, cmp_to_key, singledispatch, wraps.
from functools import total_ordering, cmp_to_key, singledispatch, singledispatchmethod, wraps, update_wrapper
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(3) > V(2), V(2) >= V(3), sorted([V(2), V(1)])[0].n, max(V(1), V(5)).n)
try:
    V(1) <= 5
except TypeError as e:
    print(e)
try:
    @total_ordering
    class N: pass
except ValueError as e:
    print(e)
def cmp(a, b): return (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b)
print(sorted(["bb", "a", "ccc", "aa"], key=cmp_to_key(cmp)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), min([5, 3], key=cmp_to_key(lambda a, b: a - b)))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3).obj)
@singledispatch
def show(x): return f"default {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}: " + ", ".join(show(i) for i in x)
@show.register(float)
@show.register(complex)
def _(x): return f"number {x}"
print(show("a"), show(1), show(True), show([1, "b", 2.5]), show(1j), show.dispatch(bool) is show.dispatch(int), sorted(c.__name__ for c in show.registry))
class D:
    @singledispatchmethod
    def go(self, x): return "any"
    @go.register
    def _(self, x: str): return "str " + x
print(D().go(1), D().go("s"))
def deco(f):
    @wraps(f)
    def w(*a): return f(*a)
    return w
@deco
def orig(x: int) -> str:
    "Docs."
    return str(x)
orig_attr = orig.__wrapped__
print(orig.__name__, orig.__doc__, orig.__annotations__, orig(5), orig_attr(6), orig.__qualname__)
try:
    show()
except TypeError as e:
    print(e)
