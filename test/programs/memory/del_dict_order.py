# tier: C
# Dicts and instance attributes die in insertion order.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
d = {k: T(k) for k in "cab"}
d["z"] = T("z")
del d
print("dict")
class O: pass
o = O()
o.second = T("second")
o.first = T("first")
o.third = T("third")
del o
print("instance")
d = {T("k1"): T("v1"), T("k2"): T("v2")}
d.clear()
print("keys and values")
d = {1: T("old")}
d[1] = T("new")
print("replaced")
d.pop(1)
print("popped")
