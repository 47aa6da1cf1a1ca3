# tier: B
# Dead after collection: refs are None, callbacks have run, weak collections are empty.
import gc, weakref
class T:
    def __init__(self, n): self.n = n
log = []
a, b = T("a"), T("b")
ra = weakref.ref(a, lambda r: log.append("a died"))
rb = weakref.ref(b)
print(ra() is a, rb().n, ra is weakref.ref(a), rb is weakref.ref(b), weakref.getweakrefcount(b))
wv = weakref.WeakValueDictionary(k=a, j=b)
wk = weakref.WeakKeyDictionary({a: 1, b: 2})
ws = weakref.WeakSet([a, b])
print(sorted(wv), sorted(wk.values()), len(ws), a in ws, wv["k"].n)
a = None
gc.collect()
print(ra(), rb() is b, log, list(wv), list(wk.values()), len(ws))
b.cycle = b
b = None
gc.collect()
print(rb(), len(wv), len(wk), len(ws), wv.get("k", "gone"))
try:
    wv["k"]
except KeyError as e:
    print("KeyError", e)
