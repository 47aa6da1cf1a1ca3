# tier: B
# Observers held weakly disappear by themselves.
import gc, weakref
class Subject:
    def __init__(self): self.observers = weakref.WeakSet()
    def notify(self, m): return sorted(o.receive(m) for o in self.observers)
class Observer:
    def __init__(self, n): self.n = n
    def receive(self, m): return f"{self.n}:{m}"
s = Subject()
a, b = Observer("a"), Observer("b")
b.subject = s
for o in (a, b, Observer("temp")): s.observers.add(o)
del o
gc.collect()
print(s.notify(1))
a.friend, b.friend = b, a
del a
gc.collect()
print(s.notify(2))
del b
gc.collect()
print(s.notify(3), len(s.observers))
