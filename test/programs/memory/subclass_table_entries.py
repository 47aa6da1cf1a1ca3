# tier: C
# A class remembers its subclasses by weak references that go when they do.
import gc
class Base: pass
def make(count):
    return [type(f"C{index}", (Base,), {}) for index in range(count)]
kept = make(5)
print([each.__name__ for each in Base.__subclasses__()])
del kept[1], kept[2]
gc.collect()
print([each.__name__ for each in Base.__subclasses__()])
kept += make(2)
print([each.__name__ for each in Base.__subclasses__()])
kept.clear()
print(gc.collect() > 0, Base.__subclasses__())
def pair():
    class A: pass
    class B(A): pass
    class C(A, list): pass
pair()
print(gc.collect())
class Left: pass
class Right: pass
class Moved(Left): pass
Moved.__bases__ = (Right,)
print(Left.__subclasses__(), [each.__name__ for each in Right.__subclasses__()])
