# importlib, made modules, with, match, unpacking, scopes.
import importlib, sys, types, math
m = importlib.import_module("math"); print(m is math, importlib.import_module("collections.abc").__name__)
for n in ("nope", "collections.nope", ".x", "", 5):
    try: print(importlib.import_module(n))
    except Exception as e: print(type(e).__name__, e)
print("math" in sys.modules, __import__("math") is math, __import__("collections.abc").__name__, __import__("collections.abc", fromlist=["x"]).__name__)
mod = types.ModuleType("fake", "docs"); mod.v = 3; sys.modules["fake"] = mod
import fake; from fake import v; print(fake.v, v, fake.__doc__, fake.__name__)
try: from fake import w
except ImportError as e: print(e, e.name, e.path)
try: import fake.sub
except ImportError as e: print(type(e).__name__, e)
try: fake.q
except AttributeError as e: print(e)
mod.__getattr__ = lambda name: f"dyn {name}"; print(fake.anything)
ns = {}; exec("from math import *", ns); print("sqrt" in ns, "_" in ns, len([k for k in ns if k.startswith("__")]))
try: exec("from fake import *")
except Exception as e: print(e)
class Ctx:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print("in", self.n); return self
    def __exit__(self, t, v, tb): print("out", self.n, t and t.__name__, v, tb is not None); return self.s
with Ctx(1) as a, Ctx(2, True) as b: raise ValueError("x")
with (Ctx(3), Ctx(4) as d): print(d.n)
try:
    with Ctx(5): 1 / 0
except ZeroDivisionError as e: print("got", e)
for bad in (5, type("E", (), {"__enter__": lambda s: 1})(), type("X", (), {"__exit__": lambda *a: 1})()):
    try:
        with bad: pass
    except TypeError as e: print(e)
def gen():
    with Ctx("g"):
        try: yield 1; yield 2
        finally: print("fin")
for x in gen(): print(x)
for i in range(5):
    if i == 3: break
else: print("no break")
while i < 5: i += 1
else: print("while else", i)
a = b = c = []; a += [1]; print(b, c is a); (x, [y, *z]), w = (1, [2, 3, 4]), 5; print(x, y, z, w); x, y = y, x; print(x, y)
d = {}; d["k"], d["j"] = 1, 2; i = 0; l = [0, 0]; i, l[i] = 1, 9; print(d, l)
print([*range(3), *(4, 5)], {**{"a": 1}, "b": 2}, (*"ab",), *[1, 2], sep=",")
match {"t": "circle", "r": 3, "extra": [1, 2, {"z": None}]}:
    case {"t": "square"}: print("sq")
    case {"t": "circle", "r": int(r) | float(r), "extra": [_, *_, {"z": None}], **rest} if r > 2: print("circle", r, rest)
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
for p in (Pt(0, 0), Pt(1, 0), Pt(2, 3), [1, [2, 3]], (1, 2, 3), "str", b"b", 3.0, True, None, {}, {"a": 1}, -1, 1j):
    match p:
        case Pt(0, 0): print("origin")
        case Pt(x, y=0): print("x axis", x)
        case Pt(): print("pt")
        case [a, [b, c]]: print("nested", a, b, c)
        case (1, *rest): print("seq", rest)
        case str() | bytes() as s: print("text", s)
        case float(f): print("float", f)
        case True | None as q: print("singleton", q)
        case -1 | 1j: print("num")
        case {"a": v}: print("map", v)
        case {}: print("any map")
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: print(e)
print(globals()["__name__"], "x" in vars(), locals() is globals(), dir()[:3], callable(print), __debug__, __doc__, __builtins__.__name__, __spec__, __package__)
def outer():
    x = 1
    class C:
        x = 2; y = [x for _ in range(2)]
        def f(self): return x
        z = (lambda: x)()
    return C().f(), C.y, C.z
print(outer())
assert outer() == 5, f"msg {outer()[0]}"
