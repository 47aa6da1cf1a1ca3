# super() in every form.
class A:
    x = "A.x"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return f"A.c {cls.__name__}"
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    def __init__(self): self.log = ["A"]
class B(A):
    x = "B.x"
    def f(self): return "B>" + super().f()
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    @property
    def p(self): return "B>" + super().p
    def __init__(self):
        super().__init__()
        self.log.append("B")
    def attr(self): return super().x, super(B, self).x, self.x, super().f.__func__ is A.f
b = B()
print(b.f(), b.c(), B.c(), B.s(), b.p, b.log, b.attr(), super(B, b).f(), super(B, B).c(), super(A, b).__repr__()[:3] == "<__")
def free():
    super().f()
class C(A):
    def nope(self): return super().missing
    def late(self):
        return (lambda: super(C, self).f())(), [super(C, self).f() for _ in "a"]
    def inner(self):
        def g(me): return super().f()
        return g(self)
    def noself(): return super()
    def rebound(self):
        self = 5
        return super().f()
    def deleted(self):
        del self
        return super().f()
print(C().late(), C().inner())
for act in (free, C().nope, C.noself, C().rebound, C().deleted, lambda: super(B, 5), lambda: super(B, A()), lambda: super(5, 5), lambda: super(), lambda: super(B, b).zip, lambda: setattr(super(B, b), "new", 1)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print(super(B, b).__thisclass__.__name__, super(B, b).__self_class__.__name__, super(B, b).__self__ is b, repr(super(B, B)))
class Item(dict):
    def __getitem__(self, k): return super().__getitem__(k) * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def __len__(self): return super().__len__() + 100
i = Item()
i["a"] = 1
print(i["a"], len(i), dict.__len__(i))
