# tier: C
# How many objects a class and its parts are.
import gc
gc.disable()
gc.collect()
def empty():
    class A: pass
def method():
    class A:
        def m(self): pass
def slots():
    class A: __slots__ = ("x",)
def sub():
    class A: pass
    class B(A): pass
def made_by_type(): type("A", (), {})
for f in (empty, method, slots, sub, made_by_type):
    f()
    print(f.__name__, gc.collect())
