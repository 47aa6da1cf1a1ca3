# tier: B
# Cycles of every kind are gone after a collection, and their finalizers have run once.
import gc
gc.disable()
log = []
class N:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def self_cycle():
    a = N("self")
    a.me = a
def pair():
    a, b = N("pair a"), N("pair b")
    a.o, b.o = b, a
def through_list():
    a = N("list")
    a.l = [a]
def through_dict():
    a = N("dict")
    a.d = {"k": {"deep": a}}
def through_closure():
    a = N("closure")
    a.f = lambda: a
def through_method():
    a = N("method")
    a.m = a.__init__
def through_tuple():
    a = N("tuple")
    a.t = (1, (2, a))
def through_generator():
    def g():
        me = a
        yield me
    a = N("generator")
    a.g = g()
    next(a.g)
for f in (self_cycle, pair, through_list, through_dict, through_closure, through_method, through_tuple, through_generator):
    f()
    gc.collect()
    print(f.__name__, sorted(log))
    log.clear()
