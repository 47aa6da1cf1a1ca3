# tier: C
# Instances, slots, functions, generators, modules of code.
import sys
class P: pass
class S0:
    __slots__ = ()
class S2:
    __slots__ = ("a", "b")
class S3(S2):
    __slots__ = ("c",)
class D(dict): pass
class L(list): pass
class I(int): pass
p = P()
print([sys.getsizeof(x) for x in (p, S0(), S2(), S3(), D(), L(), I(5))])
p.a = 1
print(sys.getsizeof(p), sys.getsizeof(p.__dict__) > 0)
def f(): pass
def g(): yield
print(sys.getsizeof(f), sys.getsizeof(lambda: 0), sys.getsizeof(p.__init__), sys.getsizeof(len), sys.getsizeof(ValueError()), sys.getsizeof(property()), sys.getsizeof(iter([])), sys.getsizeof(iter("")), sys.getsizeof(enumerate([])), sys.getsizeof(zip()), sys.getsizeof({}.keys()))
class Custom:
    def __sizeof__(self): return 1000
print(sys.getsizeof(Custom()), Custom().__sizeof__(), [].__sizeof__(), (5).__sizeof__())
class Bad:
    def __sizeof__(self): return -1
try:
    sys.getsizeof(Bad())
except ValueError as e:
    print(e)
print(sys.getsizeof(5, "default"))
