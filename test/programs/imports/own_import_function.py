# __import__ as a function, and one of the program's own in its place.
import builtins

print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__)
print(__import__("_pkg", globals(), {}, [], 0).__name__)
for arguments in [(1,), ("",), ("xyz", None, None, None, -1), ("a", None, None, None, 1)]:
    try:
        __import__(*arguments)
    except Exception as error:
        print(type(error).__name__, error)

original = builtins.__import__


def own(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, fromlist, level)

    class Module:
        a = 1
        b = 2
    return Module


builtins.__import__ = own
import a
import a.b
from a import a as one
from a.b import a, b
from .a import b as two
builtins.__import__ = original
print(one, a, b, two)

# Names in __all__ that are none.
import sys
module = type(sys)("strange")
module.__all__ = ["fine", 3]
module.fine = "fine"
sys.modules["strange"] = module
try:
    from strange import *
except TypeError as error:
    print(error)
print(fine)
