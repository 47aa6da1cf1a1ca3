import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.partner = None


gc.disable()
a = Node("left")
b = Node("right")
a.partner = b
b.partner = a
watch = weakref.ref(a)
del a
del b
print("no name is left, still there:", watch() is not None)
gc.collect()
print("after gc.collect(), gone:", watch() is None)

c = Node("alone")
watch = weakref.ref(c)
del c
print("without a cycle, gone at once:", watch() is None)
