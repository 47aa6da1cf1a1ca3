# stderr: full
class A:
    b = None
a = A()
value = a.b.c.d
