# All forms of import with the built-in modules.
import math
import math as m, sys
from math import pi, sqrt as root
from functools import (reduce, partial,)
import collections.abc
import collections.abc as cabc
from collections import abc, deque
print(math is m, m.pi == pi, root(16), reduce(lambda a, b: a * b, [1, 2, 3]), partial(pow, 2)(5), isinstance([], cabc.Sequence), abc is collections.abc, deque([1]))
def local():
    import random
    from math import floor
    return floor(2.7), "random" in locals(), "random" in globals()
print(local())
for code in ("import nope", "import math.nope", "from math import nope", "from nope import x", "import nope.sub as n", "from math import squrt", "from collections import ordereddict"):
    try:
        exec(code)
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0], "|", e.name)
print(math.__name__, type(math).__name__, "math" in sys.modules, sys.modules["math"] is math, hasattr(math, "nope"), __name__)
scope = {}
exec("from math import *", scope)
print("sin" in scope, "__name__" in {k for k in scope if k == "__name__"}, scope["sqrt"](9))
try:
    math.nope
except AttributeError as e:
    print(e)
math.extra = 5
import math as again
print(again.extra, __import__("math") is math, __import__("collections.abc").__name__)
import importlib
print(importlib.import_module("math") is math, importlib.import_module("collections.abc").__name__)
class C:
    import math as inner
    from math import e
print(C.inner.sqrt(4), round(C.e, 3))
