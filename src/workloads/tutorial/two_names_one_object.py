"""Names are labels: several of them can be stuck on one object.

Purpose: x, y and z are three names, 10 is one object: all three have the same id.
Exercises: id, names, small-int cache
Observes: nothing
"""

x = 10
y = 10
z = y
print("x, y, z:", x, y, z)
print("id(x) == id(y):", id(x) == id(y))
print("id(y) == id(z):", id(y) == id(z))
print("x is y is z:", x is y is z)
