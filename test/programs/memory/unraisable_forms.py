# tier: C
# What the unraisable hook is told for __del__, callbacks, generators and gc callbacks.
import gc, sys, weakref
def hook(i):
    print(i.exc_type.__name__, i.exc_value, "|", i.err_msg, "|", getattr(i.object, "__qualname__", type(i.object).__name__), i.exc_traceback is not None)
sys.unraisablehook = hook
class D:
    def __del__(self): raise KeyError("in del")
D()
class T: pass
t = T()
def cb(r): raise OSError("in callback")
r = weakref.ref(t, cb)
del t
def g():
    try: yield
    finally: raise LookupError("in generator")
it = g()
next(it)
del it
def gccb(phase, info):
    if phase == "start": raise RuntimeError("in gc callback")
gc.callbacks.append(gccb)
gc.collect()
gc.callbacks.clear()
class E:
    def __del__(self): sys.exit("exit in del is ignored too")
E()
sys.unraisablehook = lambda i: 1 / 0
print("hooks that fail are reported on stderr")
