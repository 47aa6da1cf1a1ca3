# A folder without __init__.py is a package too, and sys.path may name further folders.
import os
import sys

import _spaces.plain
from _spaces.inner import deep

print(_spaces.plain.NAME, _spaces.plain.OTHER, deep.VALUE)
print(hasattr(_spaces, "__file__"), len(list(_spaces.__path__)))
print(sorted(name for name in sys.modules if name.startswith("_spaces")))

here = os.path.dirname(os.path.abspath(__file__))
print(os.path.abspath(sys.path[0]) == here)
sys.path.append(os.path.join(here, "_spaces"))
import other
print(other.__name__, other.VALUE, other is _spaces.other)
try:
    import _spaces.missing
except ModuleNotFoundError as error:
    print(error, error.name)

# `from package import *` loads what __all__ names.
from _starred import *
print(first, "|", second.VALUE)
with open(os.path.join(here, "_spaces", "other.py")) as lines:
    print(lines.read().strip())
