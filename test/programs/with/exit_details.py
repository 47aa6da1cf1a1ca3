# What __exit__ sees, and its effect on control flow.
import sys
class E:
    def __init__(self, result=None): self.result, self.seen = result, []
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        self.seen.append((t, str(v), tb is not None and tb.tb_lineno > 0))
        return self.result
def f(how, e):
    for i in range(2):
        with e:
            if how == "return": return "returned"
            if how == "break": break
            if how == "continue": continue
            if how == "raise": raise ValueError(how)
            if how == "exit": sys.exit(3)
            i = "normal"
    return f"end {i}"
for how in ("normal", "return", "break", "continue"):
    e = E()
    print(how, f(how, e), e.seen)
for how in ("raise", "exit"):
    e = E(True)
    print(how, f(how, e), e.seen)
    e = E(False)
    try:
        f(how, e)
    except BaseException as err:
        print(how, type(err).__name__, err, e.seen)
class BadBool:
    def __bool__(self): raise TypeError("no truth value")
try:
    with E(BadBool()): raise KeyError("k")
except TypeError as err:
    print(err, repr(err.__context__))
with E(BadBool()): pass
def gen():
    with E(True) as e:
        yield e
        yield "not reached after throw"
    yield "after the with"
g = gen()
e = next(g)
print(g.throw(ValueError("thrown in")), e.seen)
class Wrong:
    def __enter__(self): return self
    def __exit__(self): pass
try:
    with Wrong(): pass
except TypeError as err:
    print(err)
