# __str__, __repr__, __format__, __bytes__ and their users.
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"P({self.x!r}, {self.y!r})"
    def __str__(self): return f"<{self.x};{self.y}>"
    def __format__(self, spec):
        if spec == "": return str(self)
        if spec == "r": return repr(self)
        return f"{self.x:{spec}}|{self.y:{spec}}"
    def __bytes__(self): return bytes([self.x, self.y])
p = P(1, 2)
print(p, repr(p), [p], (p,), {"k": p}, f"{p} {p!r} {p!s} {p:r} {p:03d} {p:.1f}", "%s %r" % (p, p), "{0} {0:r} {0!r:>10}".format(p), format(p), format(p, "x"), bytes(p), str(p) + "!")
class NoStr:
    def __repr__(self): return "only repr"
print(NoStr(), str(NoStr()), f"{NoStr()}", format(NoStr()))
try:
    format(NoStr(), ">12")
except TypeError as error:
    print(error)
class StrOnly:
    def __str__(self): return "s"
print(str(StrOnly()), repr(StrOnly()).startswith("<__main__.StrOnly object"), [type(StrOnly())])
class R:
    def __repr__(self): raise ValueError("repr failed")
for act in (lambda: repr(R()), lambda: str([R()]), lambda: f"{R()}", lambda: "%r" % R(), lambda: print(R())):
    try:
        act()
    except ValueError as error:
        print(error)
class Rec:
    def __init__(self): self.items = [self]
    def __repr__(self): return f"Rec({len(self.items)})"
print(Rec().items, type("Dyn", (), {"__repr__": lambda s: "dyn"})(), repr(type("Z", (), {})), str(int), repr(len), repr(NotImplemented), repr(...), repr(slice(1)), repr(range(3)))
print(ascii("é"), ascii([P("é", "ü")]), repr("a'b"), str(b"x"), repr(None), str(True), repr(1.0), repr({1: {2: [3, (4,)]}}), str(set()), repr({}.keys()), repr(zip).startswith("<class"))
class Sub(int):
    def __str__(self): return "sub"
print(Sub(3), repr(Sub(3)), f"{Sub(3)}", f"{Sub(3):>4}", "%d" % Sub(3), "%s" % Sub(3), [Sub(3)])
