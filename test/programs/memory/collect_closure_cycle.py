# tier: C
# A recursive inner function is a cycle through its cell.
import gc
gc.disable()
gc.collect()
def f():
    def inner(n): return inner(n - 1) if n else 0
    return inner(3)
print(f(), gc.collect())
def g():
    def plain(): return 1
    return plain()
print(g(), gc.collect())
def h():
    def a(): return b
    def b(): return a
h()
print(gc.collect())
