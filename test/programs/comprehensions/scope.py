# What names a comprehension sees, in functions and in class bodies.
x = "global"
def f():
    x = "local"
    return [x for _ in range(1)], [y for y in [x]], (lambda: [x for _ in "a"])()
print(f())
class C:
    x = "class"
    items = [1, 2]
    first = [i for i in items]
    doubled = [i * 2 for i in items if i]
    seen = [x for _ in range(1)]
print(C.first, C.doubled, C.seen)
try:
    class D:
        y = 3
        bad = [y for _ in range(1)]
except NameError as error:
    print(error)
try:
    class E:
        z = [1, 2]
        bad = [(a, b) for a in z for b in z]
except NameError as error:
    print(error)
def g(n):
    return [[i * j for j in range(n)] for i in range(n) if i < n - 1]
print(g(3))
def h():
    total = 0
    def add(v):
        nonlocal total
        total += v
        return total
    return [add(v) for v in range(5)], total
print(h())
i = 100
squares = [i * i for i in range(3)]
print(i, squares)
def leak():
    [q for q in range(3)]
    try:
        q
    except NameError as error:
        return str(error)
print(leak())
print([[x for x in range(x)] for x in range(4)])
