# tier: C
# Replacing __dict__ and __class__.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class O: pass
o = O()
o.a = T("a")
d = o.__dict__
o.__dict__ = {"b": T("b")}
print(hasattr(o, "a"), o.b.n)
del d
print("old dict gone")
o.__dict__ = {}
print("b gone")
p = O()
p.x = T("x")
dd = p.__dict__
del p
print("dict outlives the instance", dd["x"].n)
del dd
class A:
    def __del__(self): print("A del")
class B:
    def __del__(self): print("B del")
a = A()
a.__class__ = B
del a
