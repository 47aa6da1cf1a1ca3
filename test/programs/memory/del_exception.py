# tier: C
# An exception in __del__ is reported and ignored.
import sys
def hook(info):
    print("unraisable", type(info.exc_value).__name__, info.exc_value, info.object.__qualname__, info.err_msg)
sys.unraisablehook = hook
class B:
    def __del__(self): raise ValueError("in del")
b = B()
del b
print("goes on")
try:
    B()
    raise KeyError("pending")
except KeyError as e:
    print("pending survives", e)
def f():
    b = B()
    return "returned"
print(f())
l = [B(), B()]
l.clear()
print("end")
