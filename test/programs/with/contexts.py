# Context managers at work: timers by counter, transactions, redirect, nesting by recursion.
class Indent:
    level = 0
    def __enter__(self):
        Indent.level += 1
        return self
    def __exit__(self, *a):
        Indent.level -= 1
    def say(self, t):
        print("  " * (Indent.level - 1) + t)
with Indent() as i:
    i.say("one")
    with Indent() as j:
        j.say("two")
        with Indent() as k: k.say("three")
        i.say("two again")
    i.say("one again")
class Transaction:
    def __init__(self, d): self.d = d
    def __enter__(self):
        self.saved = dict(self.d)
        return self.d
    def __exit__(self, t, v, tb):
        if t is not None:
            self.d.clear()
            self.d.update(self.saved)
        return t is not None and issubclass(t, ValueError)
db = {"a": 1}
with Transaction(db) as d:
    d["b"] = 2
with Transaction(db) as d:
    d["c"] = 3
    raise ValueError("roll back")
try:
    with Transaction(db) as d:
        d.clear()
        raise KeyError("roll back and go on")
except KeyError as e:
    print("outside", e)
print(db)
class Patch:
    def __init__(self, obj, name, value): self.obj, self.name, self.value = obj, name, value
    def __enter__(self): self.old = getattr(self.obj, self.name); setattr(self.obj, self.name, self.value)
    def __exit__(self, *a): setattr(self.obj, self.name, self.old)
class Conf: debug = False
with Patch(Conf, "debug", True), Patch(Conf, "debug", "inner"):
    print(Conf.debug)
print(Conf.debug)
def nest(n):
    if n == 0: return "bottom"
    with Indent() as i:
        i.say(str(n))
        return nest(n - 1)
print(nest(3), Indent.level)
class Reusable:
    n = 0
    def __enter__(self): self.n += 1; return self.n
    def __exit__(self, *a): pass
r = Reusable()
with r as one, r as two: print(one, two)
with r: pass
print(r.n)
