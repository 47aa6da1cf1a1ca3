# tier: C
# Immortal objects show the same huge count.
import sys
values = [None, True, False, 0, 1, -5, 256, (), "", "a", "\xff", b"", int, str, object, type, Ellipsis, NotImplemented]
print({sys.getrefcount(v) for v in values})
x = [None] * 1000
print(sys.getrefcount(None) == 0xFFFFFFFF)
big = 257 + len(x)
print(sys.getrefcount(big) < 10, sys.getrefcount(-6 - len(x)) < 10)
class C: pass
print(sys.getrefcount(C) < 100, sys.getrefcount(len) > 0)
