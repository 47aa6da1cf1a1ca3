# repr, ascii, format, str of the built-in kinds.
import math, sys
things = [1, -1.5, True, None, "a'b\"c\n", b"x\x00'", [1, [2]], (1,), (), {}, {"a": (1, 2)}, set(), {1}, frozenset(), frozenset({1}), range(5), range(1, 10, 2), slice(1, 2), ..., NotImplemented, 1 + 2j, int, len, math, type(None), bytearray(b"a"), {}.keys(), {1: 2}.items(), {1: 2}.values(), ValueError("x"), KeyError, str.join, int | str, list[int], dict[str, int]]
for t in things:
    if t is math:
        print(repr(t)[:14])
        continue
    print(repr(t), str(t) == repr(t))
print(ascii("é\u20ac😀a"), ascii(["é"]), ascii({"ñ": "ü"}), repr("é"), repr("\x7f\x80\u2028"), repr("tab\t"), repr("\\"), ascii("\n"))
print(format(5, "05d"), format("a", ">3"), format(1.5), format(None), format(3.14159, ".2f"), format([1], ""), format(True, "d"), format(10**6, ","), format(255, "#b"))
for act in (lambda: format([], "x"), lambda: format(5, 6), lambda: format("a", "d"), lambda: format(), lambda: repr(), lambda: repr(1, 2), lambda: ascii()):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class Meta(type):
    def __repr__(cls): return f"<Meta {cls.__name__}>"
class C(metaclass=Meta): pass
print(C, [C], f"{C!s:>12}", type(C))
def f(): pass
class K:
    def m(self): pass
print(repr(f).split(" at ")[0], repr(K().m).split(" of ")[0], repr(K), repr(K.m).split(" at ")[0], repr(type(f)), repr(f for f in []).split(" at ")[0], repr(lambda: 0).split(" at ")[0], repr(print), repr([].append).split(" of ")[0], repr(sys)[:13], repr(property()).split(" at ")[0], repr(object()).split(" at ")[0], repr("".join).split(" of ")[0], repr(super(K, K()))[:15])
