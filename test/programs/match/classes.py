# match: class patterns, __match_args__, builtins, nesting.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Line:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
class Bare:
    def __init__(self): self.v = 1
def f(s):
    match s:
        case Point(0, 0): return "origin"
        case Point(0, y): return f"y axis {y}"
        case Point(x, y=0): return f"x axis {x}"
        case Point(x=x, y=y) if x == y: return f"diagonal {x}"
        case Line(Point(x1, y1), Point(x2, y2)): return f"line {x1},{y1} {x2},{y2}"
        case Line(a=Point() as p): return f"line from {p.x}"
        case Bare(v=1 | 2 as v): return f"bare {v}"
        case int(n) | float(n): return f"number {n}"
        case str(t): return f"text {t}"
        case list([a, *_]): return f"list {a}"
        case dict({"k": v}): return f"dict {v}"
        case bool(): return "never"
        case tuple() | set(): return "tuple or set"
        case Point(): return "some point"
        case object(__class__=c): return f"class {c.__name__}"
for s in (Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), Line(Point(1, 2), Point(3, 4)), Line(Point(9, 9), None), Bare(), 5, 2.5, True, "hi", [1], [], {"k": 1}, {}, (1,), {1}, None, b"x"):
    print(f(s))
class Bad:
    __match_args__ = ["x"]
class Few:
    __match_args__ = ("x",)
    x = 1
class NonStr:
    __match_args__ = (1,)
def t(code, **names):
    try:
        exec(code, names)
        print("matched" if names.get("r") else "no match")
    except TypeError as e:
        print(e)
for code, obj, cls in (("match o:\n case C(1): r = 1", Bad(), Bad), ("match o:\n case C(1, 2): r = 1", Few(), Few), ("match o:\n case C(1, x=1): r = 1", Few(), Few), ("match o:\n case C(1): r = 1", NonStr(), NonStr), ("match o:\n case C(1): r = 1", Bare(), Bare), ("match o:\n case C(1, 2): r = 1", 5, int), ("match o:\n case C(): r = 1", 5, 7), ("match o:\n case C(1): r = 1", Few(), Few)):
    t(code, o=obj, C=cls)
class Expr: pass
class Num(Expr):
    __match_args__ = ("v",)
    def __init__(self, v): self.v = v
class Bin(Expr):
    __match_args__ = ("op", "l", "r")
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
def ev(e):
    match e:
        case Num(v): return v
        case Bin("+", l, r): return ev(l) + ev(r)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return 0
        case Bin("*", l, r): return ev(l) * ev(r)
        case Bin(op): raise ValueError(f"unknown {op}")
print(ev(Bin("+", Num(1), Bin("*", Num(2), Num(3)))), ev(Bin("*", Bin("/", 1, 2), Num(0))))
try:
    ev(Bin("/", Num(1), Num(2)))
except ValueError as e:
    print(e)
