# tier: C
# __del__ set, removed and inherited after the class was made.
class A: pass
a = A()
A.__del__ = lambda self: print("A del")
del a
a = A()
del A.__del__
del a
print("nothing")
class B(A): pass
b = B()
A.__del__ = lambda self: print("late on base", type(self).__name__)
del b
class C:
    __del__ = None
import sys
sys.unraisablehook = lambda i: print("unraisable", i.exc_value)
C()
class D:
    __del__ = 5
D()
class E:
    @classmethod
    def __del__(cls): print("class method", cls.__name__)
E()
class F:
    @staticmethod
    def __del__(): print("static")
F()
print("end")
