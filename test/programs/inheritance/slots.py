# __slots__: no dict, inheritance, conflicts.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x):
        self.x = x
p = P(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"), P.__slots__, type(P.x).__name__)
p.y = 2
print(p.y)
del p.y
for act in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: delattr(p, "y"), lambda: p.__dict__, lambda: p.nope, lambda: P.x.__get__(5), lambda: delattr(p, "z")):
    try:
        act()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Q(P):
    pass
q = Q(1)
q.z = 3
print(q.z, q.__dict__, q.x)
class R(P):
    __slots__ = ("w",)
r = R(5)
r.w = 6
print(r.x, r.w, hasattr(r, "__dict__"))
class S(P):
    __slots__ = ("__dict__",)
s = S(1)
s.any = 1
print(s.__dict__, s.x)
for code in ("class X:\n __slots__ = ('a',)\n a = 1", "class X:\n __slots__ = ('1a',)", "class X:\n __slots__ = (1,)", "class X(int):\n __slots__ = ('a',)", "class A:\n __slots__ = ('a',)\nclass B:\n __slots__ = ('b',)\nclass C(A, B): pass", "class X(tuple):\n __slots__ = ('a',)", "class X:\n __slots__ = ('a', 'a')", "class X:\n __slots__ = ('__dict__', '__dict__')"):
    try:
        exec(code)
        print("fine")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class One:
    __slots__ = "single"
o = One()
o.single = 1
print(o.single)
class M:
    __slots__ = ("__private", "pub")
    def __init__(self):
        self.__private = "mangled"
print(M()._M__private)
class D:
    __slots__ = {"a": "doc of a"}
print(D.__slots__, D.a.__doc__)
