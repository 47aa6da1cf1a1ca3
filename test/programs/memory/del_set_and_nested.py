# tier: C
# Nested containers.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
x = [T("a"), [T("b"), (T("c"), {"k": T("d")})], T("e")]
x = None
print("nested")
y = {"l": [T(1), T(2)], "t": (T(3), T(4))}
y = None
print("dict of containers")
s = {T("only")}
s.clear()
print("set")
z = [T("outer")]
z[0].inner = [T("i1"), T("i2")]
del z
print("attributes after the owner")
