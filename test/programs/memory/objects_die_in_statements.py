# strategies: arena-pools refcount-cycle refcount
# When temporaries, arguments, locals and items die, statement by statement.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __getitem__(self, k): return 3
    def __setitem__(self, k, v): pass
    def __call__(self, *a, **k): return 4
    def __enter__(self): return self
    def __exit__(self, *a): return None
    def m(self, *a, **k): return self
    @property
    def p(self): return 1
    @p.setter
    def p(self, v): pass
    def __matmul__(self, o): return C("r")
    def __iadd__(self, o): return self
    def __getattr__(self, n): return C("attr")
def f(a, b=C("default"), *c, d=None, **e): return b
def g(a, b): return C("ret")
def gen(a):
    try:
        x = C("genlocal"); yield a; yield C("second")
    finally: print("fin", end=" ")
class D:
    __slots__ = ("x", "y", "z")
    def __init__(self): self.z, self.x, self.y = C("z"), C("x"), C("y")
def rec(n, o): return rec(n - 1, C(f"r{n}")) if n else o
def main():
    for _ in range(3):
        C("o").p = C("v"); print("property")
        C("o")[C("k")] += 1; print("aug subscript")
        C("o").m(C("a"), C("b")); print("method")
        C("o").m(C("a"), k=C("b")); print("method keywords")
        C("o").m(*[C("a")], **{"k": C("b")}); print("method unpacked")
        f(C("a"), C("b"), C("c"), d=C("d"), e=C("e")); print("all kinds")
        f(*(C("a"), C("b")), **dict(d=C("d"))); print("unpacked")
        f(C("a"), d=C("d")); print("defaults")
        g(C("a"), C("b")); print("returns")
        C("l") @ C("m") @ C("n"); print("matmul")
        (w := C("w")).m(); w = None; print("walrus")
        a, b = C("1"), C("2"); a, b = b, a; del a, b; print("swap")
        a = b = C("ab"); a = 1; b = 2; print("both")
        for x in gen(C("arg")): break
        x = None; print("generator broken")
        list(gen(C("arg"))); print("generator run")
        with C("w1") as q, C("w2"): pass
        q = None; print("with two")
        try: raise ValueError(C("exc"))
        except ValueError as e: y = e.args[0]
        del y; print("except")
        try:
            try: raise KeyError(C("in"))
            finally: z = C("fin")
        except KeyError: pass
        del z; print("finally")
        D(); print("slots")
        type("T", (), {"a": C("ca"), "b": C("cb")}); print("class made")
        rec(3, C("start")); print("recursion")
        [C(i) for i in range(3)][1]; print("item of list")
        {i: C(i) for i in range(3)}.popitem(); print("popitem")
        {C("s1"), C("s2")}; print("equal in set")
        d = {1: C("v1"), 2: C("v2")}; d[1] = C("v3"); d.update({2: C("v4")}); d.clear(); print("dict")
        l = [C(i) for i in range(5)]; del l[1:3]; l[0] = None; l.pop(); l.clear(); print("list")
        l = [C(i) for i in range(4)]; l[1:3] = [C("n")]; l *= 0; print("slice assigned")
        t = (C("t1"), [C("t2"), (C("t3"),)]); t = None; print("nested")
        lambda: C("never"); (lambda a, b: None)(C("x"), C("y")); print("lambda")
        C("o").missing; print("getattr")
        getattr(C("o"), "q", C("d")); print("getattr builtin")
        setattr(C("o"), "q", C("v")); print("setattr")
        print(C("a").n, C("b").n, end=" "); print("print")
        "".join([C("a").n, C("b").n]); print("join")
        sorted([C("a"), C("b")], key=lambda c: c.n); print("sorted")
        list(map(lambda c: c.n, [C("a"), C("b")])); print("map")
        list(zip([C("a")], [C("b")])); print("zip")
        list(enumerate([C("a"), C("b")])); print("enumerate")
        any([C("a"), C("b")]); print("any")
        x, y = [C("a"), C("b")]; y, x = x, y; x = y = None; print("unpack swap")
        match [C("m1"), C("m2")]:
            case [p, q]: pass
        p = q = None; print("match")
        s = f"{C('x').n}{C('y').n}"; print("fstr")
        global G; G = C("g1"); G = C("g2"); del G; print("global")
        [*gen(C("ga"))]; print("spread gen")
        dict(zip("ab", [C("a"), C("b")])); print("dict zip")
        C("a") == C("b") == C("c"); print("chain eq")
        (C("t"), C("u"))[0]; print("tuple item")
        {"k": C("kv")}["k"]; print("dict item")
        [C("a")] + [C("b")]; print("list add")
        [C("a")] * 2; print("list mul")
        (C("a"),) + (C("b"),); print("tuple add")
        del [C("x")][0]; print("del item")
        x = [C("x")]; x[0] = C("y"); x.insert(0, C("z")); x.remove(C("q")); x = None; print("remove")
        x = C("x1"); x = C("x2"); x = None; print("rebind")
main()
print("end")
