# tier: C
# What throw() is given goes to a delegate as it is, and what it means is asked where it is raised; a generator runs while its delegate is asked.
import traceback
import types
import warnings

warnings.simplefilter("ignore")
class Iter:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *args):
        print("throw", args)
        if len(args) == 3: raise StopIteration(9)
        return 456
    def close(self): print("close")
class Plain:
    def __iter__(self): return self
    def __next__(self): return 1
def inner(x):
    r = yield from x
    print("inner got", r)
    return r
def outer(x):
    r = yield from inner(x)
    print("outer got", r)
    yield r
for make in (inner, outer):
    for x in (Iter, Plain):
        for given in ((123,), (ZeroDivisionError,), (ZeroDivisionError("a"),), (ZeroDivisionError, "v"), (ZeroDivisionError, "v", None), (GeneratorExit,), (GeneratorExit(),), (StopIteration(4),), (ValueError, ValueError(3)), (ValueError(1), 2), (int,), (ValueError, 1, 2)):
            g = make(x()); print(next(g), given)
            try: print("->", g.throw(*given))
            except BaseException as e: print(type(e).__name__, e, e.args, len(traceback.extract_tb(e.__traceback__)))
            try: print("next", next(g))
            except BaseException as e: print(type(e).__name__, e)
@types.coroutine
def co(x): return (yield from x)
async def a(x): return await co(x)
for given in ((123,), (ZeroDivisionError,), (ZeroDivisionError, "v")):
    c = a(Iter()); print(c.send(None))
    try: print("->", c.throw(*given))
    except BaseException as e: print(type(e).__name__, e)
    c.close()
def reent():
    class R:
        def __iter__(self): return self
        def __next__(self): return 1
        def throw(self, e):
            try: g.throw(KeyError)
            except BaseException as x: print("re", type(x).__name__, x)
            try: next(g)
            except BaseException as x: print("re", type(x).__name__, x)
            print(g.gi_running, g.gi_yieldfrom)
            return 2
    def gen(): yield from R()
    g = gen(); next(g); print(g.throw(ValueError)); print(g.gi_running)
reent()
