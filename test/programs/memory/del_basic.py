# tier: C
# __del__ runs at the moment the last reference goes.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = T("a")
b = a
del a
print("one left")
del b
print("after")
T("temporary")
print("next")
x = T("old")
x = T("new")
print("rebound")
x = None
T("arg").n.upper()
print("end")
