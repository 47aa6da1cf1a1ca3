# Classes derived from str, int, float, dict, list, tuple; their slots.
class Name(str):
    __slots__ = ()
    def shout(self): return self.upper() + "!"
for body in ("class A(str):\n __slots__ = ('x',)", "class A(int):\n __slots__ = ('x',)", "class A(bytes):\n __slots__ = ('x',)", "class A(tuple):\n __slots__ = ('x',)", "class A(list):\n __slots__ = ('x',)\na = A([1]); a.x = 5; print(a, a.x)", "class A(dict):\n __slots__ = ('x',)\na = A(k=1); a.x = 5; print(a, a.x, hasattr(a, '__dict__'))", "class A(str):\n __slots__ = ('x',)\na = A('q'); a.x = 1; print(a, a.x)", "class A(float):\n __slots__ = 'v'\na = A(2.5); a.v = 1; print(a + a.v)", "class A(Exception):\n __slots__ = ('x',)\na = A('q'); a.x = 1; print(repr(a), a.x)", "class A(set):\n __slots__ = ('__dict__',)\na = A(); a.zz = 3; print(a, a.zz)"):
    try: exec(body); print("ok")
    except TypeError as e: print(type(e).__name__, e)
n = Name("bob"); print(n.shout(), type(n + "x"), n == "bob", {n: 1}["bob"], f"{n:>6}", n.__class__.__name__, repr(n), isinstance(n, str), n[1:], type(n[:]), "".join([n]), n.join("ab"))
try: n.x = 1
except AttributeError as e: print(e)
class Celsius(float):
    def __new__(cls, v, unit="C"): o = super().__new__(cls, v); o.unit = unit; return o
    def __repr__(self): return f"{float(self)}°{self.unit}"
    def __add__(self, o): return Celsius(float(self) + o, self.unit)
c = Celsius("21.5"); print(c, c + 1, [c], c * 2, c > 20, round(c), c.is_integer(), sum([c, c], Celsius(0)), max(c, 3), int(c), hash(c) == hash(21.5), divmod(c, 2), "%s %r %.1f" % (c, c, c))
class UDict(dict):
    def __missing__(self, k): self[k] = v = k * 2; return v
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
    __setattr__ = dict.__setitem__
d = UDict(a=1); d.b = 5; print(d["zz"], d, d.get("q"), "q" in d, d.a, d | {"c": 1}, type(d | {}), d.copy().__class__, {**d}, UDict.fromkeys("ab", 0), d.pop("nope", None), d.qq)
class LL(list):
    def __getitem__(self, i): r = super().__getitem__(i); return LL(r) if isinstance(i, slice) else r
    def __contains__(self, x): return True
    def append(self, x): super().append(x); return self
    def __iadd__(self, o): print("iadd"); return super().__iadd__(o)
l = LL([3, 1, 2]); l += [5]; print(l[1:], type(l[1:]), 99 in l, l.append(7).append(8), sorted(l), l.__len__(), l == [3, 1, 2, 5, 7, 8], list(reversed(l)), l * 1, type(l * 1), type(l + []), l.index(5))
class Vec(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __add__(self, o): return Vec(*(x + y for x, y in zip(self, o)))
    def __matmul__(self, o): return sum(x * y for x, y in zip(self, o))
    def __abs__(self): return (self @ self) ** .5
    x = property(lambda s: s[0])
v = Vec(3, 4); print(v, v + v, abs(v), v @ v, v.x, v == (3, 4), hash(v) == hash((3, 4)), v[:1], *v, type(v[:]), Vec().__len__())
class Int(int):
    def __add__(self, o): return Int(int(self) + o)
    __radd__ = __add__
    def __str__(self): return f"<{int(self)}>"
    def __index__(self): return 1
    def __bool__(self): return False
i = Int(7); print(i, i + 1, 1 + i, repr(i), [10, 20][i], bool(i), f"{i}", f"{i:03d}", "%d %s" % (i, i), int(i), i * 2, type(i * 2), -i, i.bit_length(), Int("ff", 16), Int.from_bytes(b"\1\0"), type(Int.from_bytes(b"\1\0")), sum([i, i]), range(i))
class B(bytes): pass
print(B(b"ab"), B(b"ab") + b"c", B(b"x").hex(), bytes(B(b"q")), B.fromhex("6162"), type(B.fromhex("61")))
try: class_b = type("NB", (bool,), {})
except TypeError as e: print(e)
for t in (type(None), type(...), range, slice, type(lambda: 0), type(print), memoryview):
    try: type("Sub", (t,), {}); print("sub ok", t)
    except TypeError as e: print(e)
