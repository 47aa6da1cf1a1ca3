# Decorators: order, arguments, state.
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name, "to", f.__name__)
        def wrapper(*a, **k):
            return f"<{name}>{f(*a, **k)}</{name}>"
        return wrapper
    return deco
@tag("b")
@tag("i")
def hello(who="you"):
    return "hello " + who
print(hello(), hello("me"), hello.__name__)
import functools
def counted(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper
@counted
def add(a, b):
    "Adds."
    return a + b
add(1, 2)
add(a=3, b=4)
print(add.calls, add.__name__, add.__doc__, add.__wrapped__(5, 6), add.calls)
registry = {}
def register(f):
    registry[f.__name__] = f
    return f
@register
def one(): return 1
@register
def two(): return 2
print({k: v() for k, v in registry.items()})
@lambda f: f()
def value():
    return 42
print(value)
decos = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 10]
@decos[0]
@decos[1]
def three():
    return 3
print(three())
def optional(func=None, *, times=2):
    def deco(f):
        return lambda *a: [f(*a) for _ in range(times)]
    return deco(func) if func else deco
@optional
def x(): return "x"
@optional(times=3)
def y(): return "y"
print(x(), y())
