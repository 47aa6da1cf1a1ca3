# tier: C
# __del__ is looked up on the type, inherited, and super() works in it.
class A:
    def __del__(self): print("A")
class B(A):
    def __del__(self):
        print("B")
        super().__del__()
class C(A): pass
B()
C()
a = A()
a.__del__ = lambda: print("not called")
del a
print("--")
c = C()
C.__del__ = lambda self: print("added later")
del c
A().__del__()
print("explicit call, then the real one")
class S(str):
    def __del__(self): print("str", self)
S("x")
class L(list):
    def __del__(self): print("list", list(self))
L([1, 2])
