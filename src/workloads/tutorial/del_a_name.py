"""del removes a name, not an object: the object goes when the last reference does.

Purpose: deletes names, list slots, dict items and attributes of one object in turn.
Exercises: del, names, weak references
Observes: time of death
"""

import weakref


class Box:
    pass


thing = Box()
other = thing
items = [thing]
table = {"thing": thing}
holder = Box()
holder.thing = thing
watch = weakref.ref(thing)

del thing
print("del of a name:", watch() is not None)
del other
print("del of the other name:", watch() is not None)
del items[0]
print("del of the list slot:", watch() is not None)
del table["thing"]
print("del of the dict item:", watch() is not None)
del holder.thing
print("del of the last reference:", watch() is not None)
try:
    print(thing)
except NameError as error:
    print("the name is gone:", error)
