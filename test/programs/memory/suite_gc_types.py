# tier: C
# A test suite of the collector: a cycle through each type is found, and counted as CPython counts it.
import gc, sys, weakref
def gc_collect():
    gc.collect(); gc.collect(); gc.collect()
class Case:
    failures = 0
    def equal(self, a, b, what=""):
        if a != b:
            Case.failures += 1
            print("FAIL", self.name, what, a, "!=", b)
    def true(self, a, what=""):
        self.equal(bool(a), True, what)
    def run(self):
        for self.name in sorted(n for n in dir(self) if n.startswith("test_")):
            getattr(self, self.name)()
            print("ran", self.name)
class GCTests(Case):
    def test_list(self):
        l = []
        l.append(l)
        gc.collect()
        del l
        self.equal(gc.collect(), 1)
    def test_dict(self):
        d = {}
        d[1] = d
        gc.collect()
        del d
        self.equal(gc.collect(), 1)
    def test_tuple(self):
        l = []
        t = (l,)
        l.append(t)
        gc.collect()
        del t
        del l
        self.equal(gc.collect(), 2)
    def test_class(self):
        class A:
            pass
        A.a = A
        gc.collect()
        del A
        self.true(gc.collect() > 0)
    def test_newstyleclass(self):
        class A(object):
            pass
        gc.collect()
        del A
        self.true(gc.collect() > 0)
    def test_instance(self):
        class A:
            pass
        a = A()
        a.a = a
        gc.collect()
        del a
        self.equal(gc.collect(), 1)
    def test_newinstance(self):
        class A(object):
            pass
        a = A()
        a.a = a
        gc.collect()
        del a
        self.equal(gc.collect(), 1)
        class B(list):
            pass
        class C(B, A):
            pass
        a = C()
        a.a = a
        gc.collect()
        del a
        self.equal(gc.collect(), 1)
        del B, C
        self.true(gc.collect() > 0)
        A.a = A()
        del A
        self.true(gc.collect() > 0)
        self.equal(gc.collect(), 0)
    def test_method(self):
        class A:
            def __init__(self):
                self.init = self.__init__
        a = A()
        gc.collect()
        del a
        self.equal(gc.collect(), 2)
    def test_finalizer(self):
        class A:
            def __del__(self): pass
        class B:
            pass
        a = A()
        a.a = a
        id_a = id(a)
        b = B()
        b.b = b
        gc.collect()
        del a
        del b
        self.equal(gc.collect(), 2)
        self.equal(gc.garbage, [])
    def test_function(self):
        d = {}
        exec("def f(): pass\n", d)
        gc.collect()
        del d
        self.equal(gc.collect(), 2)
    def test_frame(self):
        def f():
            frame = sys._getframe()
        gc.collect()
        f()
        self.equal(gc.collect(), 1)
    def test_saveall(self):
        gc.collect()
        self.equal(gc.garbage, [])
        L = []
        L.append(L)
        id_L = id(L)
        debug = gc.get_debug()
        gc.set_debug(debug | gc.DEBUG_SAVEALL)
        del L
        gc.collect()
        gc.set_debug(debug)
        self.equal(len(gc.garbage), 1)
        obj = gc.garbage.pop()
        self.equal(id(obj), id_L)
    def test_del(self):
        thresholds = gc.get_threshold()
        gc.enable()
        gc.set_threshold(1)
        class A:
            def __del__(self):
                dir(self)
        a = A()
        del a
        gc.disable()
        gc.set_threshold(*thresholds)
    def test_get_count(self):
        gc.collect()
        a, b, c = gc.get_count()
        x = []
        d, e, f = gc.get_count()
        self.equal((b, c), (0, 0))
        self.equal((e, f), (0, 0))
        self.true(d > a or d == a)
    def test_collect_generations(self):
        gc.collect()
        x = []
        gc.collect(0)
        a, b, c = gc.get_count()
        self.equal((b, c), (1, 0))
        gc.collect(1)
        a, b, c = gc.get_count()
        self.equal((b, c), (0, 1))
        gc.collect(2)
        a, b, c = gc.get_count()
        self.equal((b, c), (0, 0))
    def test_trashcan(self):
        class Ouch:
            n = 0
            def __del__(self):
                Ouch.n = Ouch.n + 1
                if Ouch.n % 17 == 0:
                    gc.collect()
        gc.enable()
        N = 150
        for count in range(2):
            t = []
            for i in range(N):
                t = [t, Ouch()]
            t = []
            for i in range(N):
                t = [t, Ouch()]
            t = {}
            for i in range(N):
                t = {0: t, 1: Ouch()}
        gc.disable()
        self.true(Ouch.n > 3 * N)
    def test_boom(self):
        class Boom:
            def __getattr__(self, someattribute):
                del self.attr
                raise AttributeError
        a = Boom()
        b = Boom()
        a.attr = b
        b.attr = a
        gc.collect()
        garbagelen = len(gc.garbage)
        del a, b
        self.equal(gc.collect(), 2)
        self.equal(len(gc.garbage), garbagelen)
    def test_get_referents(self):
        alist = [1, 3, 5]
        got = gc.get_referents(alist)
        got.sort()
        self.equal(got, alist)
        atuple = tuple(alist)
        got = gc.get_referents(atuple)
        got.sort()
        self.equal(got, alist)
        adict = {5: 7}
        expected = [5, 7]
        got = gc.get_referents(adict)
        got.sort()
        self.equal(got, expected)
        got = gc.get_referents([1, 2], {3: 4}, (0, 0, 0))
        got.sort()
        self.equal(got, [0, 0] + list(range(5)))
        self.equal(gc.get_referents(1, "a", 4j), [])
    def test_is_tracked(self):
        self.true(not gc.is_tracked(1)); self.true(not gc.is_tracked(1.0 / 5.0)); self.true(not gc.is_tracked(1.0 + 2.0j))
        self.true(not gc.is_tracked(None)); self.true(not gc.is_tracked(...)); self.true(not gc.is_tracked("a")); self.true(not gc.is_tracked(b"a"))
        self.true(not gc.is_tracked(bytearray(b"a"))); self.true(not gc.is_tracked(()))
        class UserClass: pass
        class UserInt(int): pass
        class UserClassSlots: __slots__ = ()
        class UserFloatSlots(float): __slots__ = ()
        class UserIntSlots(int): __slots__ = ()
        self.true(gc.is_tracked(gc)); self.true(gc.is_tracked(UserClass)); self.true(gc.is_tracked(UserClass())); self.true(gc.is_tracked(UserInt()))
        self.true(gc.is_tracked([])); self.true(gc.is_tracked(set())); self.true(gc.is_tracked(UserClassSlots()))
        self.true(not gc.is_tracked(UserFloatSlots())); self.true(not gc.is_tracked(UserIntSlots()))
    def test_is_finalized(self):
        self.true(not gc.is_finalized(3))
        storage = []
        class Lazarus:
            def __del__(self):
                storage.append(self)
        lazarus = Lazarus()
        self.true(not gc.is_finalized(lazarus))
        del lazarus
        gc.collect()
        lazarus = storage.pop()
        self.true(gc.is_finalized(lazarus))
    def test_bug1055820b(self):
        ouch = []
        def callback(ignored):
            ouch[:] = [wr() for wr in WRs]
        class C:
            def __init__(self): self.loop = self
        Cs = [C() for i in range(2)]
        WRs = [weakref.ref(c, callback) for c in Cs]
        c = None
        gc.collect()
        self.equal(len(ouch), 0)
        Cs = None
        gc.collect()
        self.equal(len(ouch), 2)
        for x in ouch:
            self.equal(x, None)
    def test_get_stats(self):
        stats = gc.get_stats()
        self.equal(len(stats), 3)
        for st in stats:
            self.true(isinstance(st, dict))
            self.equal(set(st), {"collected", "collections", "uncollectable"})
        old = gc.get_stats()
        gc.collect(0)
        new = gc.get_stats()
        self.equal(new[0]["collections"], old[0]["collections"] + 1)
        self.equal(new[1]["collections"], old[1]["collections"])
        gc.collect(2)
        self.equal(gc.get_stats()[2]["collections"], old[2]["collections"] + 1)
    def test_freeze(self):
        gc.freeze()
        self.true(gc.get_freeze_count() > 0)
        gc.unfreeze()
        self.equal(gc.get_freeze_count(), 0)
    def test_get_objects(self):
        gc.collect()
        l = []
        l.append(l)
        self.true(any(l is e for e in gc.get_objects()))
        self.true(any(l is e for e in gc.get_objects(generation=0)))
        self.true(not any(l is e for e in gc.get_objects(generation=1)))
        gc.collect(generation=0)
        self.true(any(l is e for e in gc.get_objects(generation=1)))
        gc.collect(generation=1)
        self.true(any(l is e for e in gc.get_objects(generation=2)))
        gc.collect(generation=2)
        self.true(any(l is e for e in gc.get_objects(generation=2)))
        del l
        gc.collect()
    def test_get_objects_arguments(self):
        gc.collect()
        self.equal(len(gc.get_objects()), len(gc.get_objects(generation=None)))
        for bad, error in ((1000, ValueError), (-1000, ValueError), ("1", TypeError), (1.234, TypeError)):
            try:
                gc.get_objects(bad)
            except error as e:
                print(type(e).__name__, e)
    def test_resurrection_only_happens_once_per_object(self):
        class A:
            def __init__(self):
                self.me = self
        class Lazarus(A):
            resurrected = 0
            resurrected_instances = []
            def __del__(self):
                Lazarus.resurrected += 1
                Lazarus.resurrected_instances.append(self)
        gc.collect()
        gc.disable()
        laz = Lazarus()
        self.equal(laz.resurrected, 0)
        del laz
        gc.collect()
        self.equal(Lazarus.resurrected, 1)
        instance = Lazarus.resurrected_instances.pop()
        self.true(hasattr(instance, "me"))
        self.equal(instance.me, instance)
        del instance
        gc.collect()
        self.equal(Lazarus.resurrected, 1)
    def test_resurrection_is_transitive(self):
        class Cargo:
            def __init__(self):
                self.me = self
        class Lazarus:
            resurrected_instances = []
            def __del__(self):
                Lazarus.resurrected_instances.append(self)
        laz = Lazarus()
        cargo = Cargo()
        cargo_id = id(cargo)
        laz.cargo = cargo
        cargo.laz = laz
        del laz, cargo
        gc.collect()
        self.equal(len(Lazarus.resurrected_instances), 1)
        instance = Lazarus.resurrected_instances.pop()
        self.true(hasattr(instance, "cargo"))
        self.equal(id(instance.cargo), cargo_id)
    def test_resurrection_does_not_block_cleanup_of_other_objects(self):
        N = 100
        class A:
            def __init__(self):
                self.me = self
        class Z(A):
            def __del__(self):
                zs.append(self)
        zs = []
        def getstats():
            d = gc.get_stats()
            return d[2]["collected"], d[2]["uncollectable"]
        gc.collect()
        gc.disable()
        oldc, oldnc = getstats()
        for i in range(N):
            A()
        t = gc.collect()
        c, nc = getstats()
        self.equal(t, N)
        self.equal(c - oldc, N)
        self.equal(nc - oldnc, 0)
        oldc, oldnc = c, nc
        Z()
        t = gc.collect()
        c, nc = getstats()
        self.equal(t, 0)
        self.equal(c - oldc, 0)
        oldc, oldnc = c, nc
        for i in range(N):
            A()
        Z()
        t = gc.collect()
        c, nc = getstats()
        self.equal(t, N)
        self.equal(c - oldc, N)
        zs.clear()
        t = gc.collect()
        self.equal(t, 2)
gc.disable()
GCTests().run()
print("failures", Case.failures)
