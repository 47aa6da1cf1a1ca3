# Common uses: registry, singleton, enum-like, attribute checks, automatic properties.
class Registry(type):
    all = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases: Registry.all[name.lower()] = cls
class Shape(metaclass=Registry):
    def __repr__(self): return type(self).__name__
class Circle(Shape): pass
class Square(Shape): pass
print(sorted(Registry.all), Registry.all["circle"]())
class Singleton(type):
    _inst = {}
    def __call__(cls, *a):
        if cls not in cls._inst: cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]
class Config(metaclass=Singleton):
    def __init__(self, v): self.v = v
print(Config(1) is Config(2), Config(3).v)
class Checked(type):
    def __new__(m, name, bases, ns):
        for k, v in ns.items():
            if callable(v) and not k.startswith("_") and not v.__doc__:
                raise TypeError(f"{name}.{k} needs a docstring")
        return super().__new__(m, name, bases, ns)
class Good(metaclass=Checked):
    def f(self): "doc"
try:
    class Bad(Good):
        def g(self): pass
except TypeError as e:
    print(e)
class Counting(dict):
    def __init__(self): super().__init__(); self.order = []
    def __setitem__(self, k, v):
        if not k.startswith("__"): self.order.append(k)
        super().__setitem__(k, v)
class Ordered(type):
    @classmethod
    def __prepare__(m, name, bases): return Counting()
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, dict(ns))
        cls.order = ns.order
        return cls
class O(metaclass=Ordered):
    b = 1
    a = 2
    b = 3
    def m(self): pass
print(O.order, O.b)
class NoDup(dict):
    def __setitem__(self, k, v):
        if k in self: raise TypeError(f"{k} defined twice")
        super().__setitem__(k, v)
class Strict(type):
    @classmethod
    def __prepare__(m, *a): return NoDup()
try:
    class S(metaclass=Strict):
        x = 1
        x = 2
except TypeError as e:
    print(e)
