# tier: C
# References to functions, classes, generators, sets and methods of death for each.
import gc, weakref, collections, array, re, types
gc.disable()
class C: pass
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
def gen(): yield
makers = {"function": lambda: (lambda: 0), "list subclass": L, "dict subclass": D, "set": set, "frozenset": lambda: frozenset([1]), "generator": gen, "deque": collections.deque, "array": lambda: array.array("i"), "instance": C, "module": lambda: types.ModuleType("m"), "exception": lambda: type("E", (Exception,), {})(), "partial": lambda: __import__("functools").partial(print)}
for name, make in makers.items():
    o = make()
    r = weakref.ref(o, lambda r, name=name: print(name, "died"))
    del o
    if r() is not None:
        print(name, "needs a collection")
        gc.collect()
for make in (lambda: I(5), lambda: T()):
    try:
        weakref.ref(make())
    except TypeError as e:
        print(e)
