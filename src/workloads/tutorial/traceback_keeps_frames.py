"""A kept exception keeps its traceback, the frames in it, and all their locals.

Purpose: an object that is local to a failed call stays alive as long as the exception does.
Exercises: exceptions, frames, weak references
Observes: time of death
"""

import weakref


class Big:
    pass


def fail():
    big = Big()
    watches.append(weakref.ref(big))
    raise ValueError("not today")


watches = []
try:
    fail()
except ValueError as error:
    kept = error

print("kept:", kept)
print("the local of the dead call is alive:", watches[0]() is not None)
kept.__traceback__ = None
print("without the traceback it is gone:", watches[0]() is None)

try:
    fail()
except ValueError as error:
    print("caught again:", error)
print("the name of the except clause is deleted:", "error" not in globals())
print("so the local went at once:", watches[1]() is None)
