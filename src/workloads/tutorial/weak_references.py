"""A weak reference sees an object without keeping it.

Purpose: a weak reference gives the object while it lives and None afterwards; its callback
runs at the death.
Exercises: weak references, callbacks
Observes: time of death
"""

import weakref


class Picture:
    def __init__(self, name):
        self.name = name


def say(reference):
    print("  callback: it is gone, the reference gives", reference())


picture = Picture("sunset")
reference = weakref.ref(picture, say)
print("alive:", reference().name, "one object:", reference() is picture)
print("two plain references are one:", weakref.ref(picture) is weakref.ref(picture))
print("before the last del")
del picture
print("after it:", reference())

try:
    weakref.ref(10)
except TypeError as error:
    print("not for every type:", error)
