"""x = x + 1 does not change the object 10: it moves the name to another object.

Purpose: shows that an int never changes, and that assignment rebinds the name.
Exercises: id, names
Observes: nothing
"""

x = 10
y = x
before = id(x)
x = x + 1
print("x is now", x)
print("x has another id:", id(x) != before)
print("y is still", y, "with the old id:", id(y) == before)
x = x - 1
print("back at 10, back at the old object:", id(x) == before)
