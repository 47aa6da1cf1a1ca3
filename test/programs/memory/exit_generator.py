# tier: C
# Suspended generators are closed at exit.
def g(n):
    try:
        yield n
    finally:
        print("finally", n)
a = g("a")
next(a)
b = [g("b")]
next(b[0])
def f():
    c = g("c")
    next(c)
    return c
d = f()
print("end")
