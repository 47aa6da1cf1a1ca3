# Small ints are shared; ints computed outside the range are not.
def same(n):
    a = int(str(n))
    b = int(str(n))
    return a is b
print([same(n) for n in (-7, -6, -5, -1, 0, 1, 100, 255, 256, 257, 1000)])
x = 256
y = 255
y += 1
print(x is y)
x = 257
y = 256
y += 1
print(x is y, x == y)
print((lambda: 1000)() is (lambda: 1000)())
a = 1000
b = 1000
print(a is b)
def consts():
    p = 12345
    q = 12345
    return p is q
print(consts())
z = x = 10
y = 10
print(x is y is z, id(x) == id(y))
x += 1
print(x is y, x is z, z is y)
