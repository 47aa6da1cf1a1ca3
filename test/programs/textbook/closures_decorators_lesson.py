# A lesson on functions as values.
def shout(text): return text.upper() + "!"
yell = shout
print(yell("hi"), yell.__name__, [f("a") for f in (shout, str.title, len)])
def make_adder(n):
    def add(x): return x + n
    return add
add5 = make_adder(5)
print(add5(3), make_adder(1)(1), add5.__closure__[0].cell_contents)
def counter():
    count = 0
    def inc():
        nonlocal count
        count += 1
        return count
    return inc
a, b = counter(), counter()
print(a(), a(), b(), a())
def logged(f):
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f"{f.__name__}({', '.join([repr(x) for x in args] + [f'{k}={v!r}' for k, v in kwargs.items()])}) -> {result!r}")
        return result
    return wrapper
@logged
def power(base, exp=2): return base ** exp
power(3)
power(2, exp=10)
def repeat(n):
    def deco(f):
        def wrapper(*a):
            for _ in range(n): r = f(*a)
            return r
        return wrapper
    return deco
@repeat(3)
@logged
def hello(who): return f"hello {who}"
hello("you")
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.cache))
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
compose = lambda *fs: lambda x: x if not fs else fs[0](compose(*fs[1:])(x))
print(compose(str, abs, int)("-7"), list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), sorted("banana", key=lambda c: (-ord(c),)), (lambda *a, **k: (a, k))(1, b=2))
x = "global"
def outer():
    x = "outer"
    def inner():
        x = "inner"
        return x
    return inner(), x
print(outer(), x)
def default(a, items=None):
    items = items or []
    items.append(a)
    return items
print(default(1), default(2), default(3, [0]))
