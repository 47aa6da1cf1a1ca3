"""Every object has an identity, and id() tells it.

Purpose: shows that id() is a number that stays the same for an object's whole life, and that two
objects alive at the same time never share it.
Exercises: id
Observes: nothing
"""

x = 10
first = id(x)
second = id(x)
print("x is", x)
print("id is an int:", type(first) is int)
print("the same object answers the same:", first == second)

a = [1, 2, 3]
b = [1, 2, 3]
print("equal lists:", a == b)
print("but two objects, two ids:", id(a) != id(b))
a.append(4)
before = id(a)
a.extend(range(100))
print("a list keeps its id while it grows:", id(a) == before)
