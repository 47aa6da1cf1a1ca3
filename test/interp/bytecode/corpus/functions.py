"""Functions: parameters, defaults, annotations, decorators, closures."""


def empty():
    pass


def documented():
    """One line."""
    return None


def all_kinds(a, b=1, /, c=2, *rest, d, e="x", **more):
    return a, b, c, rest, d, e, more


def annotated(a: int, *rest: str, b: "quoted" = 3, **more: dict) -> list[int]:
    local: int = a
    unset: str
    return [local]


def defaults_from_names(a=len, b=(1, 2), c=[], *, d=max):
    return a, b, c, d


@staticmethod
@property
def decorated(self):
    return self


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step, lambda: count


def parameter_cell(value):
    def get():
        return value

    value = value + 1
    return get


def deep():
    x = 1

    def middle():
        def inner():
            return x

        return inner

    return middle()


def globals_here():
    global shared, other
    shared = 1
    del other
    return shared


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


def many_returns(x):
    if x == 1:
        return "one"
    elif x == 2:
        return "two"
    elif x:
        return
    else:
        raise ValueError(x)


def dead_code(x):
    return x
    print("never")


def swap(a, b, c, o):
    a, b = b, a
    a, b, c = c, a, b
    o.x, o.y = a, b
    (a,) = (b,)
    [a, b] = c
    a, *b = c
    (a, b), *c, o.z = b
    return a, b, c


def multiple_targets(x):
    a = b = c = x
    a[0] = b.y = c
    return a


def unbound(flag):
    if flag:
        value = 1
    del flag
    return value


square = lambda x: x * x
nested = lambda x: lambda y, z=1, *a, **k: x + y + z
nothing = lambda: None


def big_call(f, a):
    f(1, 2, 3, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a)
    f(a=a)
    f(1, *a, 2, **a)
    f(*a)
    f(*a, *a, b=1, **a, c=2)
    f(**a, **a)
    a.method(1, 2)
    a.method(x=1)
    a.method(*a)
    f(x for x in a)
    f(a)(a)[a].b(a)
    return a.b.c.d()
