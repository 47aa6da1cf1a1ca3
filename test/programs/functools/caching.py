# lru_cache, cache, cached_property.
from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=0), f(1, 0), calls, f.cache_info())
f.cache_clear()
print(f.cache_info(), f.cache_parameters(), f.__wrapped__(5), f.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
@lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g(True), g(1), g.cache_info())
@lru_cache
def h(*args, **kw): return args, kw
print(h(1, a=2), h(1, a=2), h(a=2), h.cache_info().hits)
@lru_cache(maxsize=0)
def nocache(x): return x
print(nocache(1), nocache(1), nocache.cache_info())
try:
    f([])
except TypeError as e:
    print(e)
@cache
def bad(x): raise ValueError(x)
for _ in range(2):
    try: bad(1)
    except ValueError as e: print(e)
print(bad.cache_info())
class C:
    n = 0
    @cached_property
    def v(self):
        "doc"
        C.n += 1
        return C.n * 10
    @lru_cache
    def m(self, x): return x * 2
c = C()
print(c.v, c.v, C.n, vars(c), C.v.__doc__, c.m(3), c.m(3), C.m.cache_info().hits)
del c.v
print(c.v)
c.v = "assigned"
print(c.v, C().v)
