# send, throw and close in every state.
def echo():
    got = yield "ready"
    while True:
        try:
            got = yield f"got {got}"
        except ValueError as error:
            got = f"caught {error}"
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("step")
e = echo()
print(next(e), e.send(1), e.send("x"), next(e))
print(e.throw(ValueError("v")), e.throw(ValueError("w")))
try:
    e.throw(KeyError("k"))
except KeyError as error:
    print("KeyError", error)
print(next(e, "dead"))
f = echo()
try:
    f.send(5)
except TypeError as error:
    print(error)
print(f.send(None))
f.send(1)
f.close()
f.close()
print(next(f, "closed"))
fresh = echo()
try:
    fresh.throw(RuntimeError("at start"))
except RuntimeError as error:
    print(error)
print(list(fresh))
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "close value"
r = returns()
next(r)
print(r.close())
def swallow():
    while True:
        try:
            yield 1
        except KeyError:
            return "bye"
w = swallow()
next(w)
try:
    w.throw(KeyError)
except StopIteration as stop:
    print(stop.value)
def self_call():
    try:
        next(me)
    except ValueError as error:
        yield str(error)
me = self_call()
print(next(me))
for bad in (5, "x", int):
    try:
        echo().throw(bad)
    except TypeError as error:
        print(error)
def averager():
    total = n = 0
    while True:
        x = yield total / n if n else None
        total, n = total + x, n + 1
av = averager()
next(av)
print([av.send(x) for x in (10, 20, 60)])
