"""A neighbour module."""
print("helper is loaded as", __name__)
value = 10
_private = "hidden"
__all__ = ["value", "double", "bump"]
unlisted = "not in all"

def double(x):
    return x * 2

def bump():
    global value
    value += 1
    return value
