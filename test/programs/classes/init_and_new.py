# __new__, __init__, and what they may return.
class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, x, y=2):
        print("init", x, y)
        self.x = x
a = A(1, y=5)
class Other:
    def __new__(cls):
        return "not an instance"
    def __init__(self):
        print("never called")
print(Other())
class Cached:
    made = {}
    def __new__(cls, key):
        if key not in cls.made:
            cls.made[key] = super().__new__(cls)
        return cls.made[key]
    def __init__(self, key):
        self.inits = getattr(self, "inits", 0) + 1
print(Cached("a") is Cached("a"), Cached("a").inits)
class BadInit:
    def __init__(self):
        return 5
class Extra:
    def __new__(cls, x):
        return object.__new__(cls, x)
class Miss:
    def __new__(cls):
        return object.__new__(int)
class InitOnly:
    def __init__(self, a):
        pass
for act in (lambda: BadInit(), lambda: Extra(1), lambda: Miss(), lambda: InitOnly(), lambda: object.__new__(), lambda: object.__new__(5), lambda: A.__new__(A), lambda: object().__init__(1)):
    try:
        print(type(act()).__name__)
    except TypeError as error:
        print(error)
b = A.__new__(A, "raw")
print(hasattr(b, "x"))
b.__init__(9)
print(b.x)
class Upper(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())
print(Upper("abc"), type(Upper("x")).__name__)
