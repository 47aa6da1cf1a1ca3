# Subclasses of lists, tuples, strings and others with an __iter__ of their own: who asks it, and who looks at the items.
import collections
import itertools

class L(list):
    def __iter__(s): return iter("iter")
class T(tuple):
    def __iter__(s): return iter("TUP")
class D(dict):
    def __iter__(s): return iter("dic")
    def keys(s): return iter("ke")
    def items(s): return iter([("it", 1)])
class S(set):
    def __iter__(s): return iter("set")
class F(frozenset):
    def __iter__(s): return iter("fro")
class St(str):
    def __iter__(s): return iter("STR")
class B(bytes):
    def __iter__(s): return iter([1, 2])
class BA(bytearray):
    def __iter__(s): return iter([3, 4])
    def __iter__(s): return iter("deq")
class R:
    def __iter__(s): return iter("obj")
def show(v): return sorted(v, key=str) if isinstance(v, (set, frozenset)) else v
def f(*a, **k): return a, k
objs = [L("ab"), T("xy"), D(q=1, r=2), S("s"), F("f"), St("no"), B(b"zz"), BA(b"yy"), R()]
ops = {
 "list": list, "tuple": tuple, "set": set, "frozenset": frozenset, "join": ",".join, "extend": lambda x: [0].extend(x), "slice": lambda x: [1, 2].__setitem__(slice(0, 1), x),
 "iadd": lambda x: [0].__iadd__(x), "star": lambda x: [*x], "startuple": lambda x: (*x,), "starset": lambda x: {*x}, "call": lambda x: f(*x), "call2": lambda x: f(1, *x, 2), "sorted": sorted, "enumerate": lambda x: list(enumerate(x)), "zip": lambda x: list(zip(x, x)), "map": lambda x: list(map(str, x)),
 "sum": lambda x: sum(([i] for i in x), []), "in": lambda x: "i" in x, "dictfrom": lambda x: dict.fromkeys(x), "dict": dict, "dstar": lambda x: {**x}, "update": lambda x: {}.update(x) or 0, "or": lambda x: {} | x, "setor": lambda x: set() | x, "setupdate": lambda x: set().union(x), "setinter": lambda x: set("ITERiter").intersection(x), "setdiff": lambda x: set("iterdic").difference(x), "issub": lambda x: set("i").issubset(x), "disj": lambda x: set("i").isdisjoint(x),
 "max": max, "any": any, "bytes": bytes, "bytearray": bytearray, "bjoin": b"".join, "deque": collections.deque, "counter": collections.Counter, "od": collections.OrderedDict, "chain": lambda x: list(itertools.chain(x)), "fromit": lambda x: list(itertools.chain.from_iterable(x)), "islice": lambda x: list(itertools.islice(x, 2)), "perm": lambda x: list(itertools.permutations(x, 1)), "prod": lambda x: list(itertools.product(x)), "pct": lambda x: "%s %s" % x, "startswith": lambda x: "iter".startswith(x), "isinst": lambda x: isinstance(1, x), "reversed": lambda x: list(reversed(x)), "unpack": lambda x: (lambda: [a := x])(),
 "exc": lambda x: ExceptionGroup("g", x), "divide": lambda x: (lambda a, *b: (a, b))(*x), "slots": lambda x: type("Z", (), {"__slots__": x}).__slots__, "eq": lambda x: x == x, "copy": lambda x: type(x)(x), "heap": lambda x: __import__("heapq").nsmallest(2, x), "print": lambda x: print(*x), "fmt": lambda x: "{} {}".format(*x), "translate": lambda x: "abc".translate(x), "maketrans": lambda x: str.maketrans(x), "int": lambda x: int.from_bytes(x), "array": lambda x: __import__("array").array("b", x)}
for name, op in ops.items():
    for o in objs:
        o = type(o)(o) if 0 else o
        try: r = show(op(o))
        except Exception as e: r = (type(e).__name__, str(e))
        print(name, type(o).__name__, str(r).split(" at 0x")[0])
    for o in (L("ab"), T("xy")):
        try:
            a, b, *c = o
            for x in o: print(x, end="")
            print(a, b, c)
        except Exception as e: print(e)
