# Decorating classes; classes as decorators; decorators on methods.
def add_repr(cls):
    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    cls.__repr__ = __repr__
    return cls
@add_repr
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y
print(P(1, "b"))
def singleton(cls):
    instances = {}
    def get(*a, **k):
        if cls not in instances:
            instances[cls] = cls(*a, **k)
        return instances[cls]
    return get
@singleton
class Conf:
    def __init__(self):
        print("created")
print(Conf() is Conf())
class Counter:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
    def __get__(self, obj, cls=None):
        import functools
        return self if obj is None else functools.partial(self, obj)
@Counter
def f(x):
    return x * 2
print(f(1), f(2), f.n)
class K:
    @Counter
    def m(self, x):
        return (type(self).__name__, x)
k = K()
print(k.m(5), k.m(6), K.m.n)
def method_deco(f):
    def wrapper(self, *a):
        print("before", f.__name__)
        r = f(self, *a)
        print("after")
        return r
    return wrapper
class S:
    @method_deco
    def go(self, n):
        return n + 1
    @staticmethod
    @method_deco
    def st(x):
        return x
    @classmethod
    @method_deco
    def cl(cls, x):
        return cls.__name__, x
    @property
    @method_deco
    def pr(self):
        return "prop"
print(S().go(1), S.st(5), S.cl(7), S().pr)
try:
    @5
    def bad(): pass
except TypeError as error:
    print(error)
