# Which operations return the same object.
l = [3, 1]
t = (1, [2])
s = "text" + str(len(l))
d = {"a": 1}
f = frozenset([1, 2])
b = bytes([1, 2, 3])
print(list(l) is l, l[:] is l, l.copy() is l, sorted(l) is l, l * 1 is l, l.__iadd__([1]) is l, l.__imul__(1) is l)
print(tuple(t) is t, t[:] is t, t[0:2] is t, t[0:5] is t, t * 1 is t, t + () is t, () + t is t)
print(str(s) is s, s[:] is s, s[0:] is s, s * 1 is s, s + "" is s, "" + s is s, f"{s}" is s, "%s" % s is s, s.format() is s, "".join([s]) is s, s.replace("q", "r") is s, s.strip() is s, s.upper() is s, s.lower() is s, s.encode().decode() is s, s.ljust(2) is s, s.expandtabs() is s, s.translate({}) is s, s.removeprefix("zz") is s, s.zfill(1) is s, s.center(0) is s)
print(dict(d) is d, d.copy() is d, (d | {}) is d, d.__ior__({}) is d, d.setdefault("a", 5) is d["a"])
print(frozenset(f) is f, f.copy() is f, f | f is f, f & f is f, f - set() is f)
print(bytes(b) is b, b[:] is b, b * 1 is b, b + b"" is b, b"".join([b]) is b, b.replace(b"q", b"") is b, b.strip() is b)
it = iter(l)
print(iter(it) is it, iter(l) is iter(l), zip(l) is zip(l), (g := (x for x in l)) is iter(g))
print(max(l, key=lambda x: x) in l, (l or 5) is l, (l and t) is t, [l][0] is l, (lambda x: x)(l) is l)
