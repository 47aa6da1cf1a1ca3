# copy and deepcopy: sharing, cycles, hooks, immutables.
import copy
a = [1, [2, 3], {"k": [4]}, (5, [6]), {7}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"].append("y")
a[3][1].append("z")
a[4].add(8)
print(s, d, s[1] is a[1], d == [1, [2, 3], {"k": [4]}, (5, [6]), {7}])
t = (1, "a", (2, 3))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [2])) == (1, [2]), copy.copy("s"), copy.deepcopy(None), copy.deepcopy(len) is len, copy.deepcopy(int) is int)
x = [1]
shared = [x, x, (x,)]
c = copy.deepcopy(shared)
print(c[0] is c[1], c[2][0] is c[0], c[0] is x)
loop = [1]
loop.append(loop)
l2 = copy.deepcopy(loop)
print(l2[1] is l2, l2 is not loop, len(l2))
cyc = {}
cyc["me"] = ([cyc],)
c2 = copy.deepcopy(cyc)
print(c2["me"][0][0] is c2)
class Node:
    def __init__(self, v): self.v, self.next = v, None
    def __eq__(self, o): return self.v == o.v
    __hash__ = None
n = Node([1])
n.next = n
m = copy.deepcopy(n)
print(m.next is m, m.v == n.v, m.v is n.v, copy.copy(n).v is n.v, type(m).__name__)
class Hooked:
    def __init__(self, v): self.v = v
    def __copy__(self): return Hooked(("copied", self.v))
    def __deepcopy__(self, memo): return Hooked(("deep", copy.deepcopy(self.v, memo)))
print(copy.copy(Hooked(1)).v, copy.deepcopy([Hooked([2])])[0].v)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = [1]
sl = copy.deepcopy(Slots())
print(sl.a, hasattr(sl, "b"))
class State:
    def __init__(self): self.x, self.cache = 1, "heavy"
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, s): self.__dict__.update(s, cache="rebuilt")
print(vars(copy.copy(State())))
class NewArgs:
    def __new__(cls, a): self = super().__new__(cls); self.a = a; return self
    def __getnewargs__(self): return (self.a,)
print(copy.copy(NewArgs(5)).a)
class Red:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (Red, (self.v + 1,))
print(copy.copy(Red(1)).v, copy.deepcopy(Red(5)).v)
class L(list): pass
l = L([1, [2]])
l.attr = [3]
k = copy.deepcopy(l)
print(k, type(k).__name__, k.attr, k.attr is l.attr)
try: copy.copy(x for x in [1])
except TypeError as e: print(e)
print(copy.replace.__name__, copy.deepcopy({1: {2: {3: [4]}}}), copy.copy({1, 2}), copy.deepcopy(bytearray(b"x")), copy.deepcopy([float("nan")])[0] != 0, copy.Error.__name__)
