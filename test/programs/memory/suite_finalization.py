# tier: C
# Finalizers in every arrangement of cycles: simple, self-linked, in pairs, heterogeneous, with siblings that come alive again.
import gc, weakref
class NonGCSimpleBase:
    survivors = []
    del_calls = []
    tp_del_calls = []
    errors = []
    _cleaning = False
    __slots__ = ()
    @classmethod
    def _cleanup(cls):
        cls.survivors.clear()
        cls.errors.clear()
        gc.garbage.clear()
        gc.collect()
        cls.del_calls.clear()
    @classmethod
    def test(cls):
        return Test(cls)
    def check_sanity(self):
        """Verify the object is sane (non-broken)."""
    def __del__(self):
        try:
            if not self._cleaning:
                self.del_calls.append(names[id(self)])
                self.check_sanity()
                self.side_effect()
        except Exception as e:
            self.errors.append(e)
    def side_effect(self):
        pass
names = {}
class Test:
    def __init__(self, cls): self.cls = cls
    def __enter__(self):
        self.cls._cleanup()
        names.clear()
        gc.disable()
    def __exit__(self, *exc):
        print("errors", self.cls.errors)
        self.cls._cleanup()
class SimpleBase(NonGCSimpleBase):
    def __init__(self):
        self.id_ = id(self)
        names[id(self)] = len(names)
    def check_sanity(self):
        assert self.id_ == id(self)
class NonGC(NonGCSimpleBase):
    __slots__ = ()
class NonGCResurrector(NonGCSimpleBase):
    __slots__ = ()
    def side_effect(self):
        self.survivors.append(self)
class Simple(SimpleBase): pass
class SelfCycle(SimpleBase):
    def __init__(self):
        super().__init__()
        self.me = self
class Resurrector(SimpleBase):
    def side_effect(self): self.survivors.append(self)
class SuicidalSelfCycle(SelfCycle):
    def side_effect(self): self.me = None
class SelfCycleResurrector(Resurrector, SelfCycle): pass
class Chained(SimpleBase):
    def chain(self, left):
        self.suicided = False
        self.left = left
        left.right = self
    def check_sanity(self):
        super().check_sanity()
        if self.suicided:
            assert self.left is None and self.right is None
        else:
            left = self.left
            if left.suicided: assert left.right is None
            else: assert left.right is self
            right = self.right
            if right.suicided: assert right.left is None
            else: assert right.left is self
class ChainedResurrector(Chained, Resurrector): pass
class SuicidalChained(Chained):
    def side_effect(self):
        self.suicided = True
        self.left = None
        self.right = None
def chain(classes):
    nodes = [cls() for cls in classes]
    for i in range(len(nodes)):
        nodes[i].chain(nodes[i - 1])
    return nodes
with NonGCSimpleBase.test():
    n = NonGC(); names[id(n)] = "n"
    wr_ok = True
    del n
    print("nongc", gc.collect(), NonGCSimpleBase.del_calls)
    print(gc.collect(), NonGCSimpleBase.del_calls)
with NonGCSimpleBase.test():
    n = NonGCResurrector(); names[id(n)] = "r"
    del n
    print("nongc resurrect", gc.collect(), NonGCSimpleBase.del_calls, len(NonGCSimpleBase.survivors))
    NonGCSimpleBase.survivors.clear()
    print(NonGCSimpleBase.del_calls, len(NonGCSimpleBase.survivors))
for cls in (Simple, Resurrector, SelfCycle, SelfCycleResurrector, SuicidalSelfCycle):
    with SimpleBase.test():
        s = cls()
        wr = weakref.ref(s)
        del s
        print(cls.__name__, gc.collect(), SimpleBase.del_calls, len(SimpleBase.survivors), wr() is None)
        SimpleBase.survivors.clear()
        print(gc.collect(), SimpleBase.del_calls, len(SimpleBase.survivors), wr() is None)
N = 4
for classes in ([Chained] * N, [ChainedResurrector] * N, [SuicidalChained] * N, [SuicidalChained, Chained] * 2, [SuicidalChained] * 2 + [ChainedResurrector] * 2, [Chained, ChainedResurrector, SuicidalChained]):
    with SimpleBase.test():
        nodes = chain(classes)
        wrs = [weakref.ref(s) for s in nodes]
        del nodes
        print([c.__name__ for c in classes], gc.collect(), SimpleBase.del_calls, [wr() is None for wr in wrs], len(SimpleBase.survivors))
        SimpleBase.survivors.clear()
        print(gc.collect(), SimpleBase.del_calls, len(gc.garbage))
