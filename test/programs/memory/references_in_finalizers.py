# tier: C
# References that a finalizer sees: its object is held by its caller and by its own name, wherever it dies.
import gc
import sys
from sys import getrefcount as rc
class K:
    def __del__(self): print("del", rc(self))
class S:
    __slots__ = ("x", "me")
    def __del__(self): print("slots", rc(self))
class L(list):
    def __del__(self): print("list", rc(self))
def helper(x): print("helper", rc(x))
class H:
    def __del__(self): helper(self); print(rc(self), self.__dict__)
class R:
    def __del__(self): global kept; kept = self; print("res", rc(self))
K()
k = K(); del k
def f(): k = K(); s = S(); h = H()
f()
l = [K(), S(), H(), L()]; l.clear()
k = K()
k = None
z = K(); z.s = z; del z
gc.collect()
s = S(); s.me = s; s = None; gc.collect()
x = L(); x.append(x); del x; gc.collect()
R(); print(rc(kept)); kept = None
r = R(); r.r = r; del r; gc.collect(); print(rc(kept)); del kept.r; del kept
w = K()
