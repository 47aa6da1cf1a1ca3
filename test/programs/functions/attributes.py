# What a function object tells about itself.
def f(a, b: int = 2, *args: str, c, d=4, **kw) -> float:
    """Doc of f."""
    local = a
    return local
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__code__.co_name, f.__code__.co_nlocals)
f.custom = [1]
f.__name__ = "renamed"
print(f.custom, f.__dict__, f.__name__, f.__qualname__)
del f.custom
print(hasattr(f, "custom"), callable(f), type(f).__name__, f == f, f != (lambda: 1), hash(f) == hash(f))
def outer():
    def inner():
        pass
    return inner
print(outer().__qualname__, outer().__doc__, (lambda: 0).__qualname__)
class C:
    def m(self):
        "method doc"
    @staticmethod
    def s(): pass
c = C()
print(C.m.__qualname__, c.m.__name__, c.m.__doc__, c.m.__self__ is c, c.m.__func__ is C.m, C.s.__qualname__, type(c.m).__name__, type(C.m).__name__, type(C.__dict__["s"]).__name__)
print(c.m == c.m, c.m is c.m, C().m == c.m, len({c.m, c.m}))
for act in (lambda: f.nope, lambda: setattr(f, "__name__", 5), lambda: c.m.nope, lambda: setattr(c.m, "x", 1), lambda: setattr(f, "__code__", 1), lambda: len.nope):
    try:
        print(act())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(len.__name__, type(len).__name__, repr(len), [].append.__name__, str.upper.__name__, type(str.upper).__name__, repr(str.upper), print.__qualname__, int.__add__.__qualname__)
