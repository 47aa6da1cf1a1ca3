# Functions that take and return functions.
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(compose(str, abs, int)("-5"), compose()(3), compose(len, str, lambda x: x ** 10)(7))
def curry(f, n):
    def step(args):
        return lambda x: f(*args, x) if len(args) + 1 == n else step(args + (x,))
    return step(())
print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
def pipeline(data, *stages):
    for s in stages:
        data = s(data)
    return data
print(pipeline(range(10), lambda d: filter(lambda x: x % 2, d), lambda d: map(lambda x: x * x, d), sum))
def memoize(f):
    cache = {}
    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper
@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), len(fib.cache))
def trace(f):
    depth = 0
    def wrapper(n):
        nonlocal depth
        print("  " * depth + f"{f.__name__}({n})")
        depth += 1
        try:
            return f(n)
        finally:
            depth -= 1
    return wrapper
@trace
def fact(n):
    return 1 if n == 0 else n * fact(n - 1)
print(fact(3))
table = {name: f for name, f in (("sq", lambda x: x * x), ("neg", lambda x: -x), ("abs", abs))}
print({k: f(-3) for k, f in table.items()}, (max if 1 else min)(3, 4), [f(2) for f in (lambda x: x + 1, lambda x: x - 1)])
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
plus = lambda m, n: lambda f: lambda x: m(f)(n(f)(x))
print(plus(church(3), church(4))(lambda x: x + 1)(0))
def apply(f, /, *args, **kw):
    return f(*args, **kw)
print(apply(dict, [("a", 1)], b=2), apply(sorted, [3, 1], reverse=True), apply(apply, max, 1, 5))
