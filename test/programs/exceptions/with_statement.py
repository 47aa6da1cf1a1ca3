# with: order, several managers, exceptions in enter, body and exit.
class M:
    def __init__(self, name, enter=None, exit=None, swallow=False):
        self.name, self.e, self.x, self.swallow = name, enter, exit, swallow
    def __enter__(self):
        print("enter", self.name)
        if self.e: raise self.e
        return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is not None)
        if self.x: raise self.x
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
def run(*ms, body=None):
    try:
        with ms[0]:
            with ms[1]:
                if body: raise body
                print("body")
        print("after")
    except Exception as e:
        print("got", repr(e), repr(e.__context__))
run(M("a"), M("b"), body=ValueError("v"))
run(M("a", swallow=True), M("b"), body=ValueError("v"))
run(M("a"), M("b", swallow=True), body=ValueError("v"))
run(M("a"), M("b", enter=KeyError("in enter")))
run(M("a"), M("b", exit=OSError("in exit")), body=ValueError("v"))
run(M("a", exit=TypeError("a exit")), M("b", exit=OSError("b exit")))
run(M("a", swallow=True), M("b", exit=OSError("b exit")))
def ret():
    with M("r"):
        return "value"
print(ret())
def loop():
    for i in range(3):
        with M(i):
            if i == 0: continue
            break
    return i
print(loop())
with (M("p") as p, M("q") as q,):
    print(p, q)
with M("t") as (x, *y), M("zz") as [*z]:
    print(x, y, z)
class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a): return "truthy string"
with Truthy():
    1 / 0
d = {}
with M("item") as d["k"]:
    pass
print(d)
