# tier: C
# Cells keep values alive exactly as long as some closure needs them.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def make():
    used, unused = T("used"), T("unused")
    def f(): return used.n
    return f
f = make()
print("made", f())
del f
print("closure gone")
def counter():
    t = T("shared")
    def a(): return t
    def b(): return t
    return a, b
a, b = counter()
del a
print("one closure left", b().n)
del b
def rebind():
    x = T("first")
    def get(): return x
    x = T("second")
    return get
g = rebind()
print(g().n)
del g
