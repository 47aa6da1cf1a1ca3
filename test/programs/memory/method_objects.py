# tier: C
# Bound methods are made on each access and freed at once.
class T:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
t = T()
print(t.m is t.m, t.m == t.m, T.m is T.m, T.c is T.c, T.s is T.s, t.s is T.s, [].append is [].append)
print(id(t.m) == id(t.m), id(t.c) == id(t.c))
a, b = t.m, t.m
print(id(a) == id(b), hash(a) == hash(b), {a: 1}[b])
import sys
n = sys.getrefcount(t)
ms = [t.m for _ in range(10)]
print(sys.getrefcount(t) - n)
del ms
print(sys.getrefcount(t) - n)
