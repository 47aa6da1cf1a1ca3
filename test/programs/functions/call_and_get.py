# Functions and methods as objects: __call__, __get__, names of bound things, what static methods show.


class A:
    def f(self, x=1):
        "f's text"
        return ("f", x)

    @staticmethod
    def s(a: int) -> str:
        "s's text"
        return a

    @classmethod
    def c(cls, b: int):
        return cls.__name__, b


def g(*args, **keywords):
    return args, keywords


a = A()
m = a.f
print(m.__call__(), m.__call__(5), A.f.__call__(a, x=7), g.__call__(1, y=2), len.__call__("abc"))
print(str.upper.__call__("x"), int.__add__.__call__(2, 3), (2).__add__.__call__(5), "q".join.__call__(["a", "b"]))
print(m.__get__(None, A) is m, g.__get__(5)(6), A.f.__get__(a)(), m.__func__ is A.f)
static = A.__dict__["s"]
print(static(3), static.__name__, static.__doc__, static.__wrapped__ is A.s, static.__annotations__)
print(A.__dict__["c"].__func__.__name__, A.__dict__["c"].__qualname__, A.__dict__["c"].__annotations__)


class Callable:
    def __call__(self, *args):
        return args

    def __repr__(self):
        return "Callable()"


import types

bound = types.MethodType(Callable(), a)
print(bound() == (a,), types.MethodType(len, "abcd")())
named = types.MethodType(Callable(), 5)
print(named)
try:
    types.MethodType(5, 6)
except TypeError as error:
    print(error)
try:
    g.__type_params__ = 5
except TypeError as error:
    print(error)
table = {a.f: 1, [].append: 2, (5).__add__: 3}
print(table[a.f], (5).__add__ == (5).__add__)
