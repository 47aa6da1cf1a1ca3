import pickle, copy, io, enum, collections, dataclasses, functools
class Kind(enum.Enum): CIRCLE = 1; SQUARE = 2
@dataclasses.dataclass
class Shape: kind: Kind; size: float; tags: list = dataclasses.field(default_factory=list)
class Node:
    def __init__(self, v): self.v = v; self.children = []; self.parent = None
    def add(self, c): c.parent = self; self.children.append(c); return c
class Temp:
    def __init__(self): self.cache = {1: 2}; self.keep = "k"
    def __getstate__(self): s = self.__dict__.copy(); del s["cache"]; return s
    def __setstate__(self, s): self.__dict__.update(s); self.cache = {}
class Slots:
    __slots__ = ("a", "b")
    def __init__(self, a): self.a = a
class Red:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (Red, (self.n + 1,))
class NewArgs:
    def __new__(cls, x, y): o = object.__new__(cls); o.xy = (x, y); return o
    def __getnewargs__(self): return self.xy
class L(list):
    def __init__(self, *a): super().__init__(*a); self.extra = "e"
class D(dict): pass
P = collections.namedtuple("P", "x y")
for proto in range(6):
    s = Shape(Kind.SQUARE, 2.5, ["a"]); assert pickle.loads(pickle.dumps(s, proto)) == s
    root = Node(1); root.add(Node(2)).add(Node(3)); r = pickle.loads(pickle.dumps(root, proto)); print(proto, r.children[0].children[0].v, r.children[0].parent is r, end=" ")
    t = pickle.loads(pickle.dumps(Temp(), proto)); print(t.cache, t.keep, end=" ")
    if proto >= 2: x = pickle.loads(pickle.dumps(Slots(5), proto)); print(x.a, hasattr(x, "b"), pickle.loads(pickle.dumps(NewArgs(1, 2), proto)).xy, end=" ")
    print(pickle.loads(pickle.dumps(Red(1), proto)).n, pickle.loads(pickle.dumps(P(1, 2), proto)), end=" ")
    l = pickle.loads(pickle.dumps(L([1, 2]), proto)); d = D(a=1); d.z = 9; d2 = pickle.loads(pickle.dumps(d, proto)); print(l, l.extra, d2, d2.z, pickle.loads(pickle.dumps(Kind.CIRCLE, proto)) is Kind.CIRCLE)
shared = [1]; a, b = pickle.loads(pickle.dumps([shared, shared])); print(a is b)
print(pickle.dumps([1, "a", None, 2.5, (True,), {"k": b"x"}]), pickle.dumps({"x": [1, 2]}, 0), pickle.dumps(set(), 2))
print(pickle.loads(b"\x80\x03]q\x00(K\x01K\x02e."), pickle.loads(b"(lp0\nI1\naI2\na."))
for bad in [lambda: 0, (i for i in []), open, type(None)]:
    try: print(type(pickle.loads(pickle.dumps(bad))).__name__)
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
try: pickle.dumps(Slots(1), 0)
except TypeError as e: print(e)
class PP(pickle.Pickler):
    def persistent_id(self, o): return ("node", o.v) if isinstance(o, Node) else None
class UU(pickle.Unpickler):
    def persistent_load(self, pid): return f"<{pid}>"
f = io.BytesIO(); PP(f).dump([Node(7), 1]); f.seek(0); print(UU(f).load())
f = io.BytesIO(); pickle.dump(1, f); pickle.dump("two", f); f.seek(0); print(pickle.load(f), pickle.load(f))
try: pickle.load(f)
except EOFError as e: print("EOF", e)
print(copy.copy(Red(1)).n, copy.deepcopy(root).children[0].v, object.__reduce_ex__(Shape(Kind.CIRCLE, 1), 2)[0].__name__, Slots(3).__reduce_ex__(2)[2], functools.reduce(lambda x, y: x * y, range(1, 5)))
