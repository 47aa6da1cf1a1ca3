# tier: C
# vars(obj) keeps the attributes after the object is gone.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class O: pass
o = O()
o.a, o.b = T("a"), T("b")
d = vars(o)
del o
print("object gone", sorted(d))
d.pop("a")
print("popped")
d.clear()
print("cleared")
o = O()
o.x = T("x")
d = vars(o)
d["y"] = T("y")
print(hasattr(o, "y"))
del o.x
print(sorted(d))
del o, d
print("end")
