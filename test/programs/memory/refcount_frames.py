# tier: C
# References held by frames, iterators, closures, methods.
import sys
class T:
    def m(self): return sys.getrefcount(self)
t = T()
print(t.m())
bound = t.m
print(sys.getrefcount(t), bound())
del bound
it = iter([t])
print(sys.getrefcount(t))
next(it)
del it
print(sys.getrefcount(t))
def outer():
    x = T()
    def inner(): return x
    return sys.getrefcount(x), inner
n, inner = outer()
print(n, sys.getrefcount(inner()))
def gen(x):
    yield sys.getrefcount(x)
    yield sys.getrefcount(x)
g = gen(t)
print(next(g), sys.getrefcount(t), next(g))
g.close()
print(sys.getrefcount(t))
l = [T() for _ in range(3)]
for x in l: print(sys.getrefcount(x), end=" ")
print([sys.getrefcount(x) for x in l], list(map(sys.getrefcount, l)), sys.getrefcount(l[0]))
