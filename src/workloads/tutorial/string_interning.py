"""Equal strings may be one object or two: interning makes them one.

Purpose: names and literals in a program are interned, strings computed at run time are not,
sys.intern does it on request.
Exercises: strings, interning, id
Observes: nothing
"""

import sys

a = "memory"
b = "memory"
print("equal literals are one object:", a is b)
c = "".join(["mem", "ory"])
print("a computed one is equal:", c == a, "but another object:", c is not a)
print("interned, it is the same:", sys.intern(c) is a)
print("one character is always one object:", "".join(["m"]) is a[0])
print("so is the empty string:", a[3:3] is "".join([]))


class Thing:
    pass


thing = Thing()
setattr(thing, c, 1)
print("attribute names are interned:", next(iter(vars(thing))) is a)
