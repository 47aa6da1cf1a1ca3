# tier: C
# What the collector visits of classes and their instances, in its order.
import gc
def kinds(thing): return [type(each).__name__ for each in gc.get_referents(thing)]
class Plain: pass
class Child(Plain): pass
class Slots: __slots__ = ("b", "a")
class Listed(list): pass
print(kinds(Plain), kinds(Child))
p = Plain(); p.x = 1; p.y = "two"
print(kinds(p))
s = Slots(); s.b = "B"; s.a = 1
print(kinds(s))
l = Listed([1.5, 2]); l.x = "x"
print(kinds(l))
class Meta(type): pass
class Made(metaclass=Meta): pass
print(kinds(Made))
import types
print(kinds(types.SimpleNamespace(a=1)))
