"""A cycle keeps itself alive: counts never reach zero, a collector must find it.

Purpose: two objects refer to each other and are dropped; a weak reference tells whether they
are still there before and after gc.collect().
Exercises: cycles, weak references, gc
Observes: time of death
"""

import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.partner = None


gc.collect()
gc.disable()
a = Node("a")
b = Node("b")
a.partner = b
b.partner = a
watch = weakref.ref(a)
del a, b
print("no name is left, and still there:", watch() is not None)
print("found by the collector:", gc.collect() > 0)
print("gone now:", watch() is None)

alone = Node("alone")
watch = weakref.ref(alone)
del alone
print("without a cycle it goes at once:", watch() is None)
