# sys.exc_info, nested handlers, the handled exception in generators and callbacks.
import sys
def current():
    t = sys.exc_info()[0]
    return t.__name__ if t else None
print(current())
try:
    1 / 0
except ZeroDivisionError:
    print(current())
    try:
        {}["k"]
    except KeyError:
        print(current())
    print(current(), type(sys.exception()).__name__)
    def inside():
        return current()
    print(inside())
    def gen():
        yield current()
        try:
            raise OSError
        except OSError:
            yield current()
        yield current()
    g = gen()
    print(next(g), next(g), current(), next(g))
print(current(), sys.exc_info())
def f():
    try:
        raise ValueError("in f")
    except ValueError:
        return current()
print(f(), current())
try:
    try:
        raise KeyError("a")
    finally:
        print("in finally", current())
except KeyError:
    pass
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("in exit", current(), t is sys.exc_info()[0])
        return True
with CM():
    raise LookupError
print(current())
e1 = None
try:
    raise ValueError("x")
except ValueError as e:
    e1 = e
tb = e1.__traceback__
print(tb.tb_lineno > 0, tb.tb_next, tb.tb_frame.f_code.co_name)
try:
    e
except NameError as err:
    print(err)
e = "kept?"
try:
    raise ValueError
except ValueError as e:
    pass
print("e" in globals())
