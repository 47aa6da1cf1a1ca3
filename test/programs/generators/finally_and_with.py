# Cleanup in generators on close, throw, exhaustion and break with explicit close.
class R:
    def __init__(self, name): self.name = name
    def __enter__(self): print("open", self.name); return self
    def __exit__(self, t, v, tb): print("close", self.name, t and t.__name__); return False
def lines(name):
    with R(name):
        for i in range(3):
            yield f"{name}{i}"
for x in lines("a"):
    print(x)
g = lines("b")
print(next(g))
g.close()
g = lines("c")
next(g)
try:
    g.throw(ValueError("boom"))
except ValueError as error:
    print(error)
def two():
    with R("x") as x, R("y") as y:
        yield x.name + y.name
    print("between")
    try:
        yield 1
    finally:
        print("final")
print(list(two()))
t = two()
next(t)
next(t)
t.close()
def nested():
    try:
        yield from lines("n")
    finally:
        print("outer finally")
n = nested()
print(next(n))
n.close()
def unstarted():
    try:
        print("never runs")
        yield
    finally:
        print("never either")
u = unstarted()
u.close()
print(list(u))
def ret_in_finally():
    try:
        yield 1
    finally:
        return "r"
r = ret_in_finally()
next(r)
try:
    r.throw(KeyError("gone"))
except StopIteration as stop:
    print(stop.value)
