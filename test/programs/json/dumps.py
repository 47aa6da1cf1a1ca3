# json.dumps: types, options, errors.
import json
print(json.dumps([1, 2.5, "a", None, True, False, {"k": [1]}, (1, 2), [], {}]), json.dumps("é\n\"\\\u2028/😀\x00"), json.dumps("é😀", ensure_ascii=False))
print(json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, 2, {"a": 3}], separators=(",", ":")), json.dumps(1e100), json.dumps(1e-7), json.dumps(10**20), json.dumps(-0.0), json.dumps([float("nan"), float("inf"), -float("inf")]))
print(json.dumps({"a": [1, {"b": None}], "c": {}, "d": []}, indent=2))
print(json.dumps([1, [2, [3]]], indent="->"), json.dumps([], indent=2), json.dumps({"a": 1}, indent=0), json.dumps([1, 2], indent=1, separators=(";", "=")))
class P:
    def __init__(self, x): self.x = x
print(json.dumps([P(1), {"p": P(2)}], default=lambda o: o.__dict__), json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=E), E(indent=1).encode([1]), list(json.JSONEncoder().iterencode([1, {"a": 2}])))
loop = []
loop.append(loop)
for act in (lambda: json.dumps({1, 2}), lambda: json.dumps(P(1)), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(b"x"), lambda: json.dumps(1j), lambda: json.dumps({"a": object}, default=None), lambda: json.dumps([1], foo=2), lambda: E().encode(P(1))):
    try: print(act())
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
class I(int): pass
class S(str): pass
from collections import OrderedDict, namedtuple
import enum
class En(enum.IntEnum): A = 1
print(json.dumps([I(5), S("s"), OrderedDict(z=1, a=2), namedtuple("N", "a b")(1, 2), En.A, {En.A: 1}]))
