# tier: C
# Rebinding names, items and attributes drops the old value after the new one is in place.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, "now", where())
where = lambda: x.n if isinstance(x, T) else x
x = T("old")
x = T("new")
where = lambda: d["k"].n if "k" in d else "no key"
d = {"k": T("d old")}
d["k"] = T("d new")
del d["k"]
class O: pass
o = O()
o.a = T("o old")
where = lambda: o.a.n if hasattr(o, "a") else "no attr"
o.a = T("o new")
del o.a
l = [T("l old")]
where = lambda: len(l)
l[0] = T("l new")
l.pop()
where = lambda: "x is gone"
x = None
