import gc
import weakref


class Page:
    def __init__(self, number):
        self.number = number


cache = weakref.WeakValueDictionary()
page = Page(1)
cache[1] = page
print("cached:", 1 in cache)
del page
gc.collect()
others = [Page(n) for n in range(100, 103)]
found = cache.get(1)
print("found:", None if found is None else found.number)
