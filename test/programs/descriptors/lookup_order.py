# The lookup order: data descriptor, instance dict, non-data descriptor, class attribute, __getattr__.
class Data:
    def __get__(s, o, t): return "data"
    def __set__(s, o, v): print("data set", v)
class NonData:
    def __get__(s, o, t): return "nondata"
class Both:
    data, nondata, plain = Data(), NonData(), "class"
    def __getattr__(self, n): return "getattr " + n
b = Both()
b.__dict__.update(data="inst", nondata="inst", plain="inst", other="inst")
print(b.data, b.nondata, b.plain, b.other, b.missing)
b.__dict__.clear()
print(b.data, b.nondata, b.plain, b.missing)
b.data = 1
class Sub(Both):
    data = "overridden by a plain value"
print(Sub().data, Sub.nondata)
class GA:
    x = Data()
    def __getattribute__(self, n):
        if n == "x": return "from getattribute"
        return super().__getattribute__(n)
print(GA().x, GA.x)
class Raise:
    def __get__(s, o, t): raise AttributeError("from get")
class H:
    r = Raise()
    def __getattr__(self, n): return f"fallback {n}"
print(H().r)
try:
    H.r
except AttributeError as e:
    print(e)
class D2:
    def __get__(self, o, t): return (o is None, t.__name__)
class I:
    d = D2()
class J(I): pass
print(I.d, I().d, J.d, J().d, I.__dict__["d"].__class__.__name__, super(J, J()).d, super(J, J).d)
class NotCallable:
    __get__ = 5
class K: n = NotCallable()
try:
    K().n
except TypeError as e:
    print(e)
import types
def f(self): return ("bound", type(self).__name__)
class L: pass
print(f.__get__(L())(), f.__get__(None, L) is f, types.MethodType(f, 5)())
class Meth:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return self.f if o is None else types.MethodType(self.f, o)
class N:
    m = Meth(lambda self, x: (type(self).__name__, x))
print(N().m(3), N.m(N(), 4))
