# Truth values of everything, and what and/or/not give back.
import math
things = [None, True, False, 0, 1, -1, 0.0, -0.0, 0.1, float("nan"), 0j, "", "0", " ", b"", b"\0", [], [0], (), (None,), {}, {0: 0}, set(), {0}, frozenset(), range(0), range(1), range(5, 1), Ellipsis, NotImplemented is None, print, object, bytearray(), bytearray(1)]
print([bool(t) for t in things])
print([not t for t in things[:8]])
print(0 or "default", "x" or "y", "" and "never", "a" and "b", None or 0 or [] or (), 1 and 2 and 3, not 0 or 5 / 0)
print(type(1 and True), type(not 1), True is not False)
class Empty:
    def __len__(self):
        return 0
class Full:
    def __len__(self):
        return 3
class Odd:
    def __bool__(self):
        return False
    def __len__(self):
        return 5
print(bool(Empty()), bool(Full()), bool(Odd()), not Odd(), bool(Empty), [x for x in (Empty(), Full()) if x].__len__())
