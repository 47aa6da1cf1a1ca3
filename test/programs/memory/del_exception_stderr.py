# tier: C
# A hook that writes to stderr, and the exit code is 0.
class B:
    def __del__(self): raise ValueError("in del")
b = B()
import sys
def show(info):
    sys.__stderr__.write(f"reported {type(info.exc_value).__name__}: {info.exc_value}\n")
sys.unraisablehook = show
del b
print("goes on")
