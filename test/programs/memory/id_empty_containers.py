# One empty tuple, one empty bytes, one empty frozenset; lists and dicts are always new.
print(tuple([]) is tuple(""), tuple({}) is (1, 2)[5:], bytes() is b"".join([]), b"abc"[1:1] is bytes(0), frozenset() is frozenset([]))
t = (1, 2)
print(tuple(t) is t, t[:] is t, t * 1 is t, t + () is t, () + t is t, frozenset(f := frozenset([1])) is f, bytes(b := b"xy") is b, b[:] is b)
def f(): return (1, 2, "x")
print(f() is f())
def g(x): return (1, x)
print(g(2) is g(2))
print(b"a"[0:1] is b"ba"[1:2], bytes([65]) is bytes([65]))
