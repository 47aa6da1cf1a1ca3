# C3 linearisation, its failures, and super along it.
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
class E(C): pass
class F(D, E):
    def who(self): return ["F"] + super().who()
print([c.__name__ for c in F.__mro__], F().who(), D().who(), B().who())
for bases in ((A, B), (B, C, B), (A, A), (B, object, C), (object, A)):
    try:
        print(type("X", bases, {}).__mro__[1].__name__)
    except TypeError as error:
        print(error)
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
try:
    class Z(XY, YX): pass
except TypeError as error:
    print(error)
print(F.mro() == list(F.__mro__), F.__bases__, D.__base__.__name__, issubclass(F, A), issubclass(A, F), F.__subclasses__(), [c.__name__ for c in A.__subclasses__()])
for bases in ((int, str), (list, dict), (bool,), (type(None),), (range,), (type(lambda: 0),), (5,), ("A",), (int, A), (A, int)):
    try:
        print(type("W", bases, {}).__mro__[1].__name__)
    except TypeError as error:
        print(error)
O = type("O", (), {})
P = type("P", (O,), {})
Q = type("Q", (O,), {})
R = type("R", (P, Q), {})
S = type("S", (Q, O), {})
T = type("T", (R, S), {})
print("".join(c.__name__ for c in T.__mro__[:-1]))
