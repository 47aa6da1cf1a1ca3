# tier: C
# partial, property and other holders let go in time.
import functools, operator, itertools
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
p = functools.partial(print, T("partial arg"))
p = None
m = operator.itemgetter(T("key"))
m = None
c = itertools.chain([T("c1")], [T("c2")])
next(c)
print("first link used")
c = None
r = itertools.repeat(T("repeat"))
next(r)
r = None
cy = itertools.cycle([T("cycle")])
next(cy); next(cy)
cy = None
a, b = itertools.tee([T("tee1"), T("tee2")])
next(a); next(b)
print("both advanced")
next(a)
a = None
print("one dropped")
b = None
i = itertools.islice([T("i1"), T("i2"), T("i3")], 1)
list(i)
print("islice done")
i = None
g = itertools.groupby([T("g1")], key=lambda t: t.n)
k, grp = next(g)
g = None
print("group kept", k)
grp = None
it = iter(lambda: T("sentinel call"), 5)
next(it)
print("end")
