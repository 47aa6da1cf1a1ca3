# Annotations: evaluation order, local variables, classes, the future import, strings.
def note(x):
    print("evaluated", x)
    return x
a: note("module") = 1
b: note("no value")
def f(p: note("param") = note("default")) -> note("return"):
    local: note("never evaluated") = 5
    return local
print(f(), __annotations__, "b" in globals())
class C:
    x: int = 1
    y: "forward"
    x: str
    (z): float = 2.0
    if False: w: int
print(C.__annotations__, C.x, hasattr(C, "y"), C.z)
d = {}
d["k"]: int = 5
c = C()
c.attr: str = "set"
print(d, c.attr)
def g(a, /, b: int, *args: str, c: float, **kw: bytes): ...
print(g.__annotations__, (lambda x: x).__annotations__, print.__class__)
try:
    def bad(x: undefined_name): pass
except NameError as e:
    print(e)
class D(C): pass
print(D.__annotations__ == {}, getattr(D, "__annotations__"), C.__dict__["__annotations__"])
def h(): x: int
print(h(), h.__code__.co_varnames)
def k():
    x: int
    return x
try: k()
except UnboundLocalError as e: print(e)
f.__annotations__["extra"] = 1
print(f.__annotations__)
