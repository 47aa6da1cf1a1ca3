# tier: C
# types.SimpleNamespace: a small object and its dict.
import gc
import sys
from types import SimpleNamespace
gc.collect()
n = SimpleNamespace(a=1)
print(sys.getsizeof(n), sys.getsizeof(n.__dict__), gc.is_tracked(n), gc.is_tracked(n.__dict__))
n.me = n
print(n, gc.is_tracked(n.__dict__))
del n
print(gc.collect())
print(type(sys.implementation) is SimpleNamespace, SimpleNamespace.__mro__)
x = object()
n = SimpleNamespace({"x": x}, y=x)
print(sys.getrefcount(x), list(vars(n)), n == SimpleNamespace(x=x, y=x), n.__replace__(y=2).y)
try: SimpleNamespace(1, 2)
except TypeError as error: print(error)
try: SimpleNamespace({1: 2})
except TypeError as error: print(error)
class Sub(SimpleNamespace): __slots__ = ()
print(Sub(a=1), sys.getsizeof(Sub()))
del n
