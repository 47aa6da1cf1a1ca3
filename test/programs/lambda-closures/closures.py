# Closures share cells, keep values alive, bind late.
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return up, get
up, get = counter()
up2, get2 = counter()
print(up(), up(), up(10), get(), up2(), get2())
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
i = "changed"
print([f() for f in fs])
fs = [(lambda k: lambda: k)(i) for i in range(3)]
print([f() for f in fs])
def outer():
    x = 1
    def mid():
        def inner():
            return x
        return inner
    f = mid()
    x = 2
    return f
print(outer()())
def late():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print(error)
    value = 3
    return use()
print(late())
def f(a, b=[]):
    def g():
        b.append(a)
        return b
    return g
print(f(1)(), f(2)(), f(3, [])())
g = outer()
print(g.__closure__[0].cell_contents, g.__code__.co_freevars, f.__closure__, len(up.__closure__))
def make(n):
    def add(x):
        return x + n
    return add
add5, add10 = make(5), make(10)
print(add5(1), add10(1), add5(add10(0)), add5.__closure__[0].cell_contents)
