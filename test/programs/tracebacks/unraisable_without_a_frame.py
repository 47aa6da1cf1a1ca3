# tier: C
# What cannot be raised and that no frame has raised is told of with the place where the program stands.
import gc
import sys
import traceback
import weakref


def told(unraisable):
    places = [(entry.name, entry.line) for entry in traceback.extract_tb(unraisable.exc_traceback)]
    print(unraisable.exc_type.__name__, str(unraisable.exc_value).split(" at 0x")[0], places)


sys.unraisablehook = told


class A: pass
a = A(); r = weakref.ref(a, lambda: 1)
del a
a = A(); r = weakref.ref(a, len)
b = A(); r2 = weakref.ref(b, int.bit_length); c = [b]; del b
c.clear()
def ig():
    while 1:
        try: yield 1
        except GeneratorExit: pass
g = ig(); next(g)
g = None
class D:
    __del__ = len
D()
class E:
    def __del__(self, x): pass
E()
a = None
def cb(): pass
gc.callbacks.append(cb)
gc.collect()
gc.callbacks.clear()
class F:
    def __del__(self): raise ValueError("in del")
F()
sys.unraisablehook = sys.__unraisablehook__
