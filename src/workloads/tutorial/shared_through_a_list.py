"""A list holds references: two lists can hold the very same object.

Purpose: shows sharing through containers, why [[0] * 2] * 3 surprises, and what a copy copies.
Exercises: lists, sharing, copies
Observes: nothing
"""

inner = [1, 2]
a = [inner, "a"]
b = [inner, "b"]
inner.append(3)
print("both see the change:", a, b)
print("one object in two places:", a[0] is b[0] is inner)

grid = [[0] * 2] * 3
grid[0][0] = 7
print("three references to one row:", grid)
grid = [[0] * 2 for _ in range(3)]
grid[0][0] = 7
print("three rows:", grid)

copy = a[:]
print("a copy is another list:", copy is not a)
print("with the same elements:", copy[0] is a[0])
