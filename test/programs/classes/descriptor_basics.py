# Data and non-data descriptors in the lookup order.
class Data:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, cls):
        if obj is None: return self
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, value):
        if value == "bad": raise ValueError("bad value")
        setattr(obj, self.name, value)
    def __delete__(self, obj):
        delattr(obj, self.name)
class NonData:
    def __get__(self, obj, cls): return f"nondata {cls.__name__} {obj is None}"
class C:
    d = Data()
    n = NonData()
    plain = 1
c = C()
print(c.d, c.n, C.n, type(C.d).__name__)
c.d = 5
c.__dict__["d"] = "hidden by data descriptor"
c.__dict__["n"] = "wins over non-data"
print(c.d, c.n, vars(c))
del c.d
print(c.d)
for act in (lambda: setattr(c, "d", "bad"), lambda: delattr(c, "d")):
    try:
        act()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["so"] = v * 2
class D:
    so = SetOnly()
d = D()
print(type(d.so).__name__)
d.so = 4
print(d.so)
class Func:
    def __get__(self, obj, cls): return lambda *a: (obj is not None, cls.__name__, a)
class E: f = Func()
print(E().f(1), E.f(2))
class Cached:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, obj, cls):
        if obj is None: return self
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class Heavy:
    @Cached
    def value(self):
        print("computing")
        return 42
h = Heavy()
print(h.value, h.value)
