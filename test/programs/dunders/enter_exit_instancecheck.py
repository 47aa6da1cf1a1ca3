# __enter__/__exit__ looked up on the type; __instancecheck__, __subclasscheck__, __class__.
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *exc): print("exit", exc[0] and exc[0].__name__, exc[1]); return self.swallow
    swallow = False
c = CM()
c.__exit__ = lambda *a: print("instance exit is ignored")
with c as x:
    print(x is c)
CM.swallow = True
with c:
    raise ValueError("swallowed")
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for thing in (NoExit(), NoEnter(), 5):
    try:
        with thing: pass
    except TypeError as error:
        print(error)
class Meta(type):
    def __instancecheck__(cls, obj): return hasattr(obj, "quack")
    def __subclasscheck__(cls, sub): return sub is int
class Duck(metaclass=Meta): pass
class Real:
    def quack(self): pass
print(isinstance(Real(), Duck), isinstance(5, Duck), issubclass(int, Duck), issubclass(str, Duck), isinstance(5, (str, Duck)))
class Liar:
    @property
    def __class__(self): return int
print(isinstance(Liar(), int), type(Liar()) is Liar, isinstance(Liar(), Liar), Liar().__class__)
class A: pass
class B:
    def hi(self): return "B says hi"
a = A()
a.__class__ = B
print(a.hi(), type(a).__name__)
for act in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: isinstance(1, (int, "x")), lambda: isinstance("a", (int, "x")), lambda: setattr(a, "__class__", 5), lambda: setattr(a, "__class__", int), lambda: issubclass(int, "x"), lambda: isinstance(1, int | str), lambda: isinstance(1.5, int | None)):
    try:
        print(act())
    except TypeError as error:
        print(error)
