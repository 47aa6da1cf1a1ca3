# tier: C
import weakref
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
d = weakref.WeakKeyDictionary()
a, b = K(1), K(2)
d[a] = "one"
d[b] = "two"
d[K(3)] = "gone at once"
print(len(d), d[K(1)], K(2) in d)
d[K(1)] = "value replaced, key kept"
print(d[a], len(d))
del a
print(len(d), list(d.values()))
class V:
    def __del__(self): print("value died")
d[b] = V()
b = None
print("key and value are gone", len(d))
