# tier: C
# weakref.finalize: calling, peeking, detaching, order at exit.
import gc, weakref
class A: pass
res = []
def add(x, y, z):
    res.append(x + y + z)
    return x + y + z
a = A()
f = weakref.finalize(a, add, 67, 43, z=89)
print(f.alive, f.peek()[0] is a, f.peek()[1] is add, f.peek()[2:], f.atexit)
del a
print(f.alive, f.peek(), res, f(), f.detach())
a = A()
f = weakref.finalize(a, add, 1, 2, z=3)
print(f(), f(), f.alive, res)
del a
f = weakref.finalize(A(), add, 1, 1, 1)
print(res)
a = A(); f = weakref.finalize(a, add, 0, 0, 0); obj, func, args, kw = f.detach()
print(obj is a, func is add, args, kw, f.alive, f.detach())
del obj, a
print(len(res))
a = A(); order = []
fs = [weakref.finalize(a, order.append, i) for i in range(4)]
del a
print(order)
a = A(); a.me = a
f = weakref.finalize(a, print, "cycle finalized")
del a
gc.collect()
try: weakref.finalize()
except TypeError as e: print("TypeError")
try: weakref.finalize(5, print)
except TypeError as e: print(e)
def g(n): print("at exit", n)
kept = [A() for _ in range(3)]
for i, k in enumerate(kept):
    weakref.finalize(k, g, i).atexit = i != 1
weakref.finalize(kept[0], lambda: 1 / 0)
print(repr(f)[:10], f.alive)
