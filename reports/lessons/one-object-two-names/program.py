import sys

a = [1000, 2000]
b = a
print("same object:", a is b)
print("references:", sys.getrefcount(a) - 1)

b.append(3000)
print("a is now", a)

c = [1000, 2000, 3000]
print("equal:", a == c, "/ same object:", a is c)

del a
print("references:", sys.getrefcount(b) - 1)
print("b still has", b)
