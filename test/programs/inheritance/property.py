# property: get, set, delete, override, read-only, doc.
class T:
    def __init__(self, c):
        self.c = c
    @property
    def f(self):
        "Fahrenheit."
        return self.c * 9 / 5 + 32
    @f.setter
    def f(self, value):
        self.c = (value - 32) * 5 / 9
    @f.deleter
    def f(self):
        print("deleting")
        self.c = None
    @property
    def ro(self):
        return "read only"
    only_set = property(None, lambda self, v: print("got", v))
t = T(100)
print(t.f, T.f.__doc__, type(T.f).__name__, T.f.fget(t), t.ro)
t.f = 50
print(t.c)
del t.f
print(t.c)
t.only_set = 9
for act in (lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro"), lambda: t.only_set, lambda: delattr(t, "only_set"), lambda: property(5).__get__(t, T)):
    try:
        act()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
t.__dict__["ro"] = "in dict"
print(t.ro, t.__dict__["ro"])
class U(T):
    @property
    def ro(self):
        return "sub " + super().ro
    @T.f.getter
    def f(self):
        return "no degrees"
u = U(1)
print(u.ro, u.f)
u.f = 212
print(u.c)
class Lazy:
    @property
    def v(self):
        print("computing")
        self.__dict__["cache"] = 42
        return 42
    @property
    def bad(self):
        raise AttributeError("inner problem")
    def __getattr__(self, name):
        return f"fallback {name}"
l = Lazy()
print(l.v, l.cache, l.bad, l.other)
