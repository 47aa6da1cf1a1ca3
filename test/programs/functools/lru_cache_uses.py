# Memoised recursion and its statistics.
from functools import lru_cache, cache
@lru_cache(maxsize=None)
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(10, 10), paths.cache_info().currsize, paths.cache_info().misses)
@cache
def edit(a, b):
    if not a or not b: return len(a) + len(b)
    if a[0] == b[0]: return edit(a[1:], b[1:])
    return 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
print(edit("intention", "execution"), edit.cache_info().hits > 0)
calls = 0
@lru_cache(maxsize=3)
def slow(x):
    global calls
    calls += 1
    return x * x
print([slow(x) for x in (1, 2, 1, 3, 4, 1, 2)], calls, slow.cache_info())
class A:
    def __init__(self, n): self.n = n
    @lru_cache(maxsize=8)
    def times(self, k): return self.n * k
a, b = A(2), A(3)
print(a.times(5), b.times(5), a.times(5), A.times.cache_info().hits)
