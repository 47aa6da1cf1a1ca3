import _helper
from _helper import value
shared = _helper.value, value

def __getattr__(name):
    if name == "dynamic":
        return "made by module __getattr__"
    raise AttributeError(f"second has no {name}")
