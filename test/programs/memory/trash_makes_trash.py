# tier: C
# Trash that creates trash: finalizers and callbacks that make cycles, break them, collect and delete each other's targets.
import gc, weakref
gc.collect()
gc.disable()
class Maker:
    made = 0
    def __del__(self):
        Maker.made += 1
        if Maker.made < 5:
            m = Maker()
            m.me = m
m = Maker(); m.me = m; del m
print([gc.collect() for _ in range(7)], Maker.made)
class Eater:
    def __init__(self, name): self.name = name
    def __del__(self):
        print("eats", self.name, sorted(k for k in vars(self) if k != "name"))
        self.__dict__.clear()
a, b, c = Eater("a"), Eater("b"), Eater("c")
a.next, b.next, c.next = b, c, a
del a, b, c
print(gc.collect(), gc.collect())
class Swap:
    def __del__(self):
        self.other, self.mine = self.mine, self.other
s = Swap(); s.mine = [s]; s.other = {"s": s}
wr = weakref.ref(s)
del s
print(gc.collect(), wr())
class Node: pass
log = []
nodes = [Node() for _ in range(3)]
for i, n in enumerate(nodes): n.next = nodes[(i + 1) % 3]
watch = [weakref.ref(n, lambda r, i=i: log.append((i, r() is None, [w() for w in watch]))) for i, n in enumerate(nodes)]
del n, nodes
print(gc.collect(), log)
class Late:
    def __del__(self):
        self.ref = weakref.ref(self, lambda r: log.append("late"))
        kept.append(self.ref)
kept = []
l = Late(); l.me = l; del l
del log[:]
print(gc.collect(), log, kept[0]() is None)
print(gc.collect(), gc.garbage)
class Outer:
    def __del__(self): print("outer", gc.collect(), gc.isenabled())
o = Outer(); o.me = o; del o
print(gc.collect())
class Deep:
    def __init__(self, n): self.n, self.child = n, Deep(n - 1) if n else None
    def __del__(self):
        if self.n % 100 == 0: print("deep", self.n)
d = Deep(300); d.child.parent = d; del d
print(gc.collect())
