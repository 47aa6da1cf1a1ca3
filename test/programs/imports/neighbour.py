# Importing a neighbour: once, shared, star import, module globals.
import _helper
import _helper as h2
from _helper import value, bump
print(h2 is _helper, value, bump(), value, _helper.value, _helper.double(4), _helper._private, _helper.__doc__, _helper.__name__)
scope = {}
exec("from _helper import *", scope)
print(sorted(k for k in scope if not k.startswith("__")), scope["value"])
import _second
print(_second.shared, _second.dynamic, _second._helper is _helper)
try:
    _second.other
except AttributeError as e:
    print(e)
_helper.value = 99
print(bump(), _second._helper.value)
import sys
del sys.modules["_helper"]
import _helper as fresh
print(fresh is _helper, fresh.value, _helper.value)
try:
    from _helper import nothing_here
except ImportError as e:
    print(str(e).split("(")[0])
