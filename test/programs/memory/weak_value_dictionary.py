# tier: C
# Entries vanish with their values.
import weakref
class T:
    def __init__(self, n): self.n = n
d = weakref.WeakValueDictionary()
a, b = T(1), T(2)
d["a"], d["b"] = a, b
d["temp"] = T(3)
print(len(d), sorted(d))
del a
print(len(d), sorted(d), d.get("a"))
for k, v in d.items():
    print(k, v.n)
del v
b = T(4)
print(len(d))
d["b"] = b
it = iter(d)
print(next(it))
del b
print(list(it), len(d))
