# tier: C
# A generator whose frame has ended lets go of its function and keeps the code object. One that was
# closed at a yield without handlers, or before it started, keeps both until it dies.
import gc
import sys
import types


def plain(items):
    for item in items:
        yield item


def guarded(items):
    try:
        yield from items
    finally:
        pass


def finish(generator, way):
    try:
        if way.endswith("after one"):
            next(generator)
        if way.startswith("close"):
            generator.close()
        elif way == "drain":
            list(generator)
        else:
            generator.throw(KeyError)
    except KeyError:
        pass


for original in plain, guarded:
    code = original.__code__
    for way in "close", "close after one", "drain", "throw", "throw after one":
        function = types.FunctionType(code, globals())
        generator = function([1, 2])
        before = sys.getrefcount(function), sys.getrefcount(code)
        finish(generator, way)
        print(original.__name__, way, before, "then", sys.getrefcount(function), sys.getrefcount(code))
        print("  ", generator.gi_code is code, generator.gi_frame, len(gc.get_referents(generator)))
        generator = None
        print("   dead", sys.getrefcount(function), sys.getrefcount(code))


def garbage(exhaust):
    class Holder:
        pass

    generator = (x for x in (Holder,))
    Holder.generator = generator
    if exhaust:
        list(generator)


gc.collect()
for exhaust in False, True:
    garbage(exhaust)
    print("exhausted" if exhaust else "unstarted", gc.collect())
