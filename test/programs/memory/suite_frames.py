# tier: C
# Frames, tracebacks and the collector: what an exception keeps, what clearing a frame lets go.
import gc, sys, weakref, traceback
gc.collect(); gc.disable()
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def inner(x):
    y = T("y")
    raise ValueError("v")
def outer():
    z = T("z")
    inner(z)
try:
    outer()
except ValueError as e:
    kept = e
print("kept", [f.f_code.co_name for f, _ in traceback.walk_tb(kept.__traceback__)])
traceback.clear_frames(kept.__traceback__)
print("frames cleared", sorted(kept.__traceback__.tb_next.tb_frame.f_locals))
kept = None
def cycle():
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = e
    t = T("in a cycle with its traceback")
    return weakref.ref(t)
r = cycle()
print(r() is None)
print(gc.collect() > 0, r() is None)
def gen():
    g = T("generator local")
    try:
        yield 1
    finally:
        print("finally")
x = gen(); next(x)
f = x.gi_frame
print(f.f_locals["g"].n, x.gi_running, f.f_lineno > 0)
del x
print("generator gone")
try: print(f.f_locals.get("g").n)
except Exception as e: print(type(e).__name__)
del f
def chain():
    try:
        try:
            raise KeyError("first")
        except KeyError:
            t = T("local of chain")
            raise IndexError("second")
    except IndexError as e:
        return e
e = chain()
print(repr(e.__context__), e.__traceback__ is not None, e.__context__.__traceback__ is not None)
e.__traceback__ = None
print("one traceback dropped")
e.__context__ = None
print("context dropped")
del e
def with_tb():
    t = T("reraised")
    try:
        raise ValueError
    except ValueError as e:
        return e.with_traceback(None)
v = with_tb()
print("returned", v.__traceback__)
