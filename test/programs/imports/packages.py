# Packages: __init__, relative imports, submodules as attributes.
import _pkg
print(_pkg.NAME, _pkg.first.who(), hasattr(_pkg, "sub"), _pkg.__name__, _pkg.__package__)
import _pkg.sub.leaf
print(_pkg.sub.leaf.value, _pkg.sub.who(), _pkg.sub.__package__, _pkg.sub.leaf.__package__)
from _pkg import sub
from _pkg.sub import leaf as l
from _pkg.first import who as w, NAME
print(sub is _pkg.sub, l.value[0] == NAME, w())
for code in ("import _pkg.nope", "from _pkg import nope", "from . import x", "import _pkg.first.deeper"):
    try:
        exec(code, {"__name__": "__main__", "__package__": None})
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0])
