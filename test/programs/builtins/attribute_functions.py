# getattr, setattr, delattr, hasattr, dir, vars, callable, isinstance, issubclass, type.
class A:
    x = 1
    def m(self): return "m"
a = A()
print(getattr(a, "x"), getattr(a, "nope", 5), getattr(a, "m")(), hasattr(a, "x"), hasattr(a, "y"))
setattr(a, "y", 2)
setattr(a, "not an identifier", 3)
print(a.y, getattr(a, "not an identifier"), vars(a))
delattr(a, "y")
print(hasattr(a, "y"), [n for n in dir(a) if not n.startswith("_")], [n for n in dir(A) if not n.startswith("_")], "__init__" in dir(a))
print(callable(a.m), callable(A), callable(5), callable(lambda: 0), callable(print), callable(a))
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, int))), isinstance(1, int | str), isinstance([], object), issubclass(bool, int), issubclass(int, (str, object)), isinstance(A, type), type(a) is A, type(type(a)), isinstance(None, type(None)), issubclass(A, A))
for act in (lambda: getattr(a, "zz"), lambda: getattr(a, 5), lambda: hasattr(a, None), lambda: setattr(a, 1, 2), lambda: delattr(a, "zz"), lambda: getattr(a), lambda: setattr(a, "x"), lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1), lambda: delattr(A, "zz"), lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: type(), lambda: type(1, 2), lambda: isinstance(1), lambda: vars(1), lambda: getattr(1, "real", 2, 3), lambda: setattr(len, "x", 1), lambda: setattr(None, "x", 1)):
    try:
        print(act())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class Prop:
    @property
    def bad(self): raise ValueError("from property")
    @property
    def attr(self): raise AttributeError("inside")
p = Prop()
print(hasattr(p, "attr"), getattr(p, "attr", "default"))
try:
    hasattr(p, "bad")
except ValueError as e:
    print(e)
print(sorted(x for x in dir([]) if not x.startswith("_")), sorted(x for x in dir(()) if not x.startswith("_")))
def f():
    b = 1
    a = 2
    return dir(), vars()
print(f())
