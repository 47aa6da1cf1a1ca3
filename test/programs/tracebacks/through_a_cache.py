# stderr: full
import functools
@functools.lru_cache(maxsize=None)
def f(n):
    if n == 0: raise ValueError('bottom')
    return f(n - 1)
f(3)
