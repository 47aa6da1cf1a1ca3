# Driving coroutines without an event loop: send, throw, __await__.
class Suspend:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return f"<{got}>"
async def f():
    a = await Suspend("first")
    try:
        b = await Suspend("second")
    except ValueError as e:
        b = f"caught {e}"
    return a, b
c = f()
print(c.send(None), c.send("A"))
try:
    c.send("B")
except StopIteration as stop:
    print(stop.value)
c = f()
c.send(None)
c.send(1)
try:
    c.throw(ValueError("v"))
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = f()
try:
    d.send("too early")
except TypeError as e:
    print(e)
d.close()
async def g(): return await f()
e = g()
print(e.send(None), e.send(1))
e.close()
def run_all(*coros):
    queue, results = [(i, c, None) for i, c in enumerate(coros)], {}
    while queue:
        i, c, v = queue.pop(0)
        try:
            queue.append((i, c, f"{i}:{c.send(v)}"))
        except StopIteration as stop:
            results[i] = stop.value
    return results
print(run_all(f(), f(), g()))
class Bad:
    def __await__(self): return 5
class Plain:
    def __await__(self): return iter([1, 2])
async def h(x): return await x
for x in (Bad(), None, [1]):
    try:
        h(x).send(None)
    except TypeError as err:
        print(err)
p = h(Plain())
print(p.send(None), p.send(None))
try:
    p.send(None)
except StopIteration as stop:
    print("value", stop.value)
import types
@types.coroutine
def legacy():
    x = yield "from generator"
    return x
q = h(legacy())
print(q.send(None))
try:
    iter(q)
except TypeError as err:
    print(err)
q.close()
