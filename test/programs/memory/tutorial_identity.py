# The tutorial's steps: two names, one object; rebinding; equality is not identity.
x = 10
y = 10
z = y
print(id(x) == id(y), id(y) == id(z), x is z)
before = id(x)
x = x + 1
print(id(x) == before, y, z, id(y) == before)
a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c)
b.append(3)
print(a, c)
a = a + [4]
print(a, b, a is b)
s = "text"
t = s
s += "!"
print(s, t, s is t)
def f(p):
    p.append("in")
    p = []
    p.append("lost")
q = []
f(q)
print(q)
