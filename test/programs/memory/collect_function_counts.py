# tier: C
# Functions, cells and defaults in cycles.
import gc
gc.disable()
gc.collect()
def default_cycle():
    l = []
    def f(x=l): pass
    l.append(f)
def attribute_cycle():
    def f(): pass
    f.me = f
def two_cells():
    def a(): b()
    def b(): a()
def decorated():
    def deco(f):
        def w(): return f, w
        return w
    @deco
    def g(): pass
def generator_function_cell():
    def g():
        yield g
    next(g())
for f in (default_cycle, attribute_cycle, two_cells, decorated, generator_function_cell):
    f()
    print(f.__name__, gc.collect())
