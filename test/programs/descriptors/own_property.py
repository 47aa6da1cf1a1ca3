# property, classmethod and staticmethod written by hand behave as the built-ins.
class prop:
    def __init__(self, g=None, s=None, d=None): self.g, self.s, self.d = g, s, d
    def __get__(self, o, t=None):
        if o is None: return self
        if self.g is None: raise AttributeError("unreadable")
        return self.g(o)
    def __set__(self, o, v):
        if self.s is None: raise AttributeError("can't set")
        self.s(o, v)
    def __delete__(self, o):
        if self.d is None: raise AttributeError("can't delete")
        self.d(o)
    def setter(self, s): return prop(self.g, s, self.d)
    def deleter(self, d): return prop(self.g, self.s, d)
class cmeth:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None): return lambda *a: self.f(t or type(o), *a)
class smeth:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None): return self.f
def build(property, classmethod, staticmethod):
    class T:
        def __init__(self): self._x = 0
        @property
        def x(self): return self._x
        @x.setter
        def x(self, v): self._x = v + 1
        @x.deleter
        def x(self): self._x = None
        @property
        def ro(self): return "ro"
        @classmethod
        def c(cls, a): return cls.__name__, a
        @staticmethod
        def s(a): return a * 2
    return T
def exercise(T):
    t, out = T(), []
    out.append(t.x)
    t.x = 5
    out.append(t.x)
    del t.x
    out += [t.x, t.c(1), T.c(2), t.s(3), T.s(4), t.ro]
    for act in (lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro")):
        try: act()
        except AttributeError: out.append("AttributeError")
    class U(T): pass
    out += [U.c(5), U().x]
    return out
a, b = exercise(build(property, classmethod, staticmethod)), exercise(build(prop, cmeth, smeth))
print(a, a == b)
p = property(lambda s: 1, None, None, "the doc")
print(p.__doc__, p.fset, p.fget(None), property().fget)
