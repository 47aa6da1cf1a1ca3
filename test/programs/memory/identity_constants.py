# Constants of one code object are shared; equal but different types are not merged.
def f():
    a = 1.5
    b = 1.5
    c = (1, 2, "x")
    d = (1, 2, "x")
    e = b"bytes"
    g = b"bytes"
    return a is b, c is d, e is g
print(f())
def h(): return 100000
def k(): return 100000
print(h() is h(), h() is k())
def zero(): return 0.0, -0.0, 0, False, 0j
print([type(x).__name__ for x in zero()], zero()[0] is zero()[0])
def fold(): return 60 * 60 * 24, "ab" * 3, (1, 2) + (3,), 2 ** 10, not True, -5, 1 + 2j
print(fold(), fold()[2] is fold()[2])
def fs(x): return x in {1, 2, 3}, x in [1, 2, 3]
print(fs(2), fs(5), fs.__code__.co_consts.count(frozenset({1, 2, 3})))
print((lambda: (1, (2, 3)))()[1] is (lambda: (1, (2, 3)))()[1])
