# Cells in odd places: deleted, parameters, classes, comprehensions, recursion.
def deleted():
    x = 1
    def f():
        return x
    del x
    try:
        f()
    except NameError as error:
        print(error)
    x = 5
    return f()
print(deleted())
def param(a, *args, k=0, **kw):
    def show():
        return a, args, k, kw
    a += 1
    return show
print(param(1, 2, 3, k=4, z=5)())
def method_closure(n):
    class C:
        def get(self):
            return n
        def cls(self):
            return __class__.__name__
    return C
print(method_closure(7)().get(), method_closure(7)().cls())
def recur():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(recur()(6))
def loops():
    out = []
    for i in range(3):
        def f(i=i):
            return i
        out.append(f)
    return [f() for f in out]
print(loops())
def comp():
    return [lambda: x for x in range(3)]
print([f() for f in comp()])
def set_in_inner():
    log = []
    def a():
        log.append("a")
        return b()
    def b():
        log.append("b")
        return log
    return a()
print(set_in_inner())
def exc():
    try:
        raise ValueError("kept")
    except ValueError as e:
        f = lambda: e
        print(f())
    try:
        f()
    except NameError as error:
        print(error)
exc()
x = "global"
def shadow():
    def inner():
        return x
    def other():
        x = "other"
        return inner()
    return other()
print(shadow())
