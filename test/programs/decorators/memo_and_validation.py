# Decorators in use: memo, type checks, retry, dispatch, timing by counter.
def check(**types):
    def deco(f):
        def wrapper(**kw):
            for name, t in types.items():
                if not isinstance(kw.get(name), t):
                    raise TypeError(f"{name} must be {t.__name__}, not {type(kw.get(name)).__name__}")
            return f(**kw)
        return wrapper
    return deco
@check(a=int, b=str)
def f(a, b):
    return b * a
print(f(a=2, b="xy"))
for bad in ({"a": "1", "b": "x"}, {"a": 1}):
    try:
        f(**bad)
    except TypeError as error:
        print(error)
def retry(times):
    def deco(f):
        def wrapper(*a):
            for attempt in range(1, times + 1):
                try:
                    return f(*a)
                except ValueError as error:
                    print("attempt", attempt, error)
            raise RuntimeError("gave up") from None
        return wrapper
    return deco
state = {"n": 0}
@retry(3)
def flaky(limit):
    state["n"] += 1
    if state["n"] < limit:
        raise ValueError(f"not yet {state['n']}")
    return "ok"
print(flaky(3))
state["n"] = -10
try:
    flaky(5)
except RuntimeError as error:
    print(error, error.__cause__, error.__suppress_context__)
def multi(*types):
    def deco(f):
        table.setdefault(f.__name__, {})[types] = f
        def call(*args):
            return table[f.__name__][tuple(map(type, args))](*args)
        return call
    return deco
table = {}
@multi(int, int)
def area(w, h): return w * h
@multi(int)
def area(r): return 3 * r * r
print(area(2, 3), area(2))
try:
    area("x")
except KeyError as error:
    print("KeyError", error)
