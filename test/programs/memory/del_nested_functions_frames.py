# tier: C
# When an exception passes, each frame lets go of its locals once the traceback is gone.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def inner():
    a = T("inner")
    raise KeyError
def middle():
    b = T("middle")
    try:
        inner()
    finally:
        print("finally")
def outer():
    c = T("outer")
    try:
        middle()
    except KeyError:
        print("handler")
    print("after handler")
outer()
print("done")
