# _getframe: names, lines, callers, locals.
import sys
def inner():
    f = sys._getframe()
    return f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno, f.f_back.f_back.f_code.co_name, sys._getframe(1).f_code is f.f_back.f_code
def outer():
    x = 42
    return inner(), sys._getframe().f_locals["x"]
print(outer())
print(sys._getframe().f_code.co_name, sys._getframe().f_back)
def peek():
    return sorted(sys._getframe(1).f_locals)
def host(a, b=2):
    c = 3
    return peek()
print(host(1))
try:
    sys._getframe(50)
except ValueError as e:
    print(e)
def depth():
    f, n = sys._getframe(), 0
    while f:
        n, f = n + 1, f.f_back
    return n
def rec(n):
    return depth() if n == 0 else rec(n - 1)
print(depth(), rec(5), (lambda: depth())(), [depth() for _ in "a"])
class C:
    where = sys._getframe().f_code.co_name
    def m(self): return sys._getframe().f_code.co_qualname
print(C.where, C().m())
def globs(): return sys._getframe().f_globals is globals()
print(globs())
