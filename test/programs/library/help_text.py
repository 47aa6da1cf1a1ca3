# What help() prints of functions, methods, classes and objects.
from collections import namedtuple
def f(x, y=2, *a, k: int = 3, **kw) -> str:
    """Add two.

    More."""
    return x + y
class A:
    def base(self): "Base doc."
class C(A):
    """A class.

    With text."""
    z = 3
    names = ["a", "b"]
    def __init__(self, q, w=1):
        """Make it."""
    def m(self, a: int) -> str:
        "Do m."
    def nodoc(self): pass
    @property
    def p(self):
        "prop"
    @property
    def rw(self): return 1
    @rw.setter
    def rw(self, v): pass
    @classmethod
    def make(cls, x): "Make one."
    @staticmethod
    def st(x): "Static."
    alias = m
    def __eq__(self, o): return True
    def _private(self): pass
class E: pass
help(f); help(C.m); help(C); help(E); help(C(1).m); help(C(1)); help(lambda x: x)
class S:
    __slots__ = ("a",)
    x: int = 5
help(S)
async def co(): "co doc"
help(co)
help("nonsense_name")
print(help)
class Sub(C):
    "Sub."
    def m(self, a): return 1
help(Sub)
