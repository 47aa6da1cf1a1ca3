# Which strings are shared: one-character latin-1, empty, identifiers in code, interned.
import sys
print("".join(["a"]) is "".join(["a"]), chr(97) is "abc"[0], chr(233) is chr(233), chr(0x20AC) is chr(0x20AC), str() is "".join([]))
a = "hello"
b = "hello"
print(a is b)
c = "".join(["hel", "lo"])
print(a is c, a == c, sys.intern(c) is a)
d = "not an identifier!"
e = "not an identifier!"
print(d is e)
def f(): return "hello"
print(f() is a)
def g(): return "two words"
def h(): return "two words"
print(g() is h(), g() is g())
x = "a" * 3
print(x is "".join(["aa", "a"]))
one = "b"
print("abc"[1:2] is one, str(a) is a, "%s" % a is a, a + "" is a, a[:] is a, a * 1 is a, a.replace("x", "y") is a, a.strip() is a, a.lower() is a)
class K: pass
k = K()
setattr(k, "".join(["at", "tr"]), 1)
print(next(iter(vars(k))) == "attr")
