import gc
import weakref


class Item:
    pass


def alive(watches):
    return [watch() is not None for watch in watches]


items = [Item(), Item(), Item()]
watches = [weakref.ref(item) for item in items]
print("in the list:", alive(watches))
del items
gc.collect()
print("list dropped:", alive(watches))
