"""The reference count of an object: how many places refer to it.

Purpose: counts go up with every name, list slot and argument, and down when they go away. The
argument of getrefcount itself counts as one. Strategies that do not count cannot answer this.
Exercises: reference counts, names, lists, calls
Observes: time of death
"""

import sys


def inside(argument):
    return sys.getrefcount(argument)


thing = ["a", "b"]
base = sys.getrefcount(thing)
print("one name, and the argument:", base)
other = thing
print("a second name:", sys.getrefcount(thing) - base)
box = [thing, thing, {"key": thing}]
print("three places in containers:", sys.getrefcount(thing) - base)
del other
box.pop()
print("after del and pop:", sys.getrefcount(thing) - base)
print("more while it is passed on:", inside(thing) > sys.getrefcount(thing))
box.clear()
print("back at the start:", sys.getrefcount(thing) - base)
print("None is immortal:", sys.getrefcount(None) == sys.getrefcount(True))
