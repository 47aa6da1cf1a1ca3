# yield from: values, return value, send, throw, close go through.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        print("inner got", y)
        return "inner result"
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
        return "after error"
    finally:
        print("inner finally")
def outer():
    r = yield from inner()
    print("outer has", r)
    yield "last"
o = outer()
print(next(o), o.send("a"), o.send("b"))
print(list(o))
o = outer()
next(o)
print(o.throw(ValueError("v")), next(o))
o.close()
o = outer()
next(o)
o.close()
def flat(x):
    if isinstance(x, list):
        for y in x:
            yield from flat(y)
    else:
        yield x
print(list(flat([1, [2, [3, [4]], []], 5])))
def many():
    yield from "ab"
    yield from range(2)
    yield from {"k": 1}
    yield from (x * 2 for x in (1, 2))
    r = yield from []
    yield r
print(list(many()))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as error:
    print(error)
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("it value")
def wrap():
    v = yield from It()
    yield v
print(list(wrap()))
def sender():
    yield from [1, 2]
s = sender()
next(s)
try:
    s.send("no")
except AttributeError as error:
    print(error)
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n
print(list(deep(30))[-3:], sum(deep(200)))
def chain():
    total = 0
    for n in (2, 3):
        total += yield from sub(n)
    return total
def sub(n):
    for i in range(n): yield i
    return n * 10
c = chain()
try:
    while True: print(next(c), end=" ")
except StopIteration as stop:
    print("total", stop.value)
