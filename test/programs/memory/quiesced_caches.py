# tier: B
# Caches with weak values and LRU eviction let go of what nobody else holds.
import gc, weakref, functools
class Image:
    def __init__(self, name): self.name = name
class Cache:
    def __init__(self): self.weak, self.loads = weakref.WeakValueDictionary(), 0
    def get(self, name):
        img = self.weak.get(name)
        if img is None:
            self.loads += 1
            img = self.weak[name] = Image(name)
        return img
c = Cache()
a = c.get("a")
print(c.get("a") is a, c.loads)
b = c.get("b")
c.get("temp")
gc.collect()
print(sorted(c.weak), c.loads)
a = None
gc.collect()
print(sorted(c.weak), c.get("b") is b, c.loads)
log = []
class V:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
@functools.lru_cache(maxsize=2)
def load(n): return V(n)
for n in "xyxz": load(n)
gc.collect()
print(sorted(log), load.cache_info())
load.cache_clear()
gc.collect()
print(sorted(log))
