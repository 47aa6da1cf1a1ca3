# strategies: arena-pools refcount-cycle refcount
# Operands die from left to right when an operator has used them, whatever the operator.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
    def __eq__(self, o): return True
    def __lt__(self, o): return True
    def __add__(self, o): return 1
    def __iadd__(self, o): return 2
    def __contains__(self, o): return True
    def __getitem__(self, k): return 3
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
    def __call__(self, *a, **k): return 4
    def __enter__(self): return 5
    def __exit__(self, *a): return None
    def __format__(self, s): return "f"
    def __hash__(self): return 1
    def __iter__(self): return iter(())
    def __bool__(self): return True
def main():
    for _ in range(3):
        C("l") is C("r"); print("is")
        C("l") is not C("r"); print("is not")
        C("l") == C("r"); print("==")
        C("l") != C("r"); print("!=")
        C("l") < C("r"); print("<")
        C("l") + C("r"); print("+")
        C("l") in C("r"); print("in")
        C("l") not in [C("r")]; print("not in list")
        C("l")[C("r")]; print("subscript")
        C("l")[C("a"):C("b")]; print("slice of object")
        [0, 1][len([C("x")]):]; print("slice of list")
        C("o")[C("k")] = C("v"); print("store subscript")
        del C("o")[C("k")]; print("delete subscript")
        C("o").attr = C("v"); print("store attribute")
        C("o").n; print("attribute")
        C("f")(C("a"), C("b")); print("call")
        C("f")(C("a"), k=C("b")); print("call keywords")
        C("f")(*[C("a"), C("b")]); print("call star")
        [C("a"), C("b"), C("c")]; print("list")
        (C("a"), C("b"), C("c")); print("tuple")
        {C("a"): C("b")}; print("dict")
        {C("a")}; print("set")
        f"{C('a')}{C('b')}"; print("f-string")
        C("l") < C("m") < C("r"); print("chain")
        C("l") and C("r"); print("and")
        not C("l"); print("not")
        x, *y = C("a"), C("b"), C("c"); del x, y; print("unpack")
        [x for x in [C("a"), C("b")]]; print("comprehension")
        for x in (C("a"), C("b")): pass
        del x; print("loop")
        z = C("a"); z += C("b"); print("inplace", z)
        with C("w"): pass
        print("with")
        isinstance(C("a"), (int, C)); print("isinstance")
        max(C("a"), C("b")); print("max")
        lambda q=C("d"): q
        print("lambda")
        {**{1: C("a")}, **{1: C("b")}}; print("merge")
        [*[C("a")], *(C("b"),)]; print("spread")
        dict(a=C("a"), b=C("b")).pop("a"); print("pop")
main()
