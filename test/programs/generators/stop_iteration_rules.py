# StopIteration inside a generator becomes RuntimeError; iterators that misbehave.
def g():
    yield 1
    raise StopIteration("explicit")
it = g()
print(next(it))
try:
    next(it)
except RuntimeError as error:
    print(error, "|", repr(error.__cause__), "|", repr(error.__context__))
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as error:
    print(error)
class Bad:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 2 == 0: raise StopIteration
        return self.n
b = Bad()
print(list(b), list(b), next(b, "none"), next(b, "none"))
def with_return():
    return 5
    yield
try:
    next(with_return())
except StopIteration as stop:
    print(repr(stop), stop.value)
print(StopIteration().value, StopIteration(1, 2).value, StopIteration(None).args)
for x in with_return():
    print("never")
def raising_cleanup():
    try:
        yield 1
    finally:
        raise KeyError("cleanup")
r = raising_cleanup()
next(r)
try:
    r.close()
except KeyError as error:
    print("KeyError", error, repr(error.__context__))
def nested_try():
    try:
        try:
            yield 1
        except ValueError:
            print("handled")
            yield 2
        finally:
            print("f1")
            yield 3
    finally:
        print("f2")
n = nested_try()
print(next(n), n.throw(ValueError), next(n), next(n, "end"))
def ctx():
    try:
        raise TypeError("t")
    except TypeError:
        yield "in handler"
        raise
c = ctx()
print(next(c))
try:
    raise IndexError("outer")
except IndexError:
    try:
        next(c)
    except TypeError as error:
        print(repr(error), repr(error.__context__))
