# Metaclasses: __new__, __init__, __call__, __prepare__, keywords.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")])
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = kw.get("tag", "none")
        return cls
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, sorted(kw))
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def meta_method(cls): return f"meta_method of {cls.__name__}"
    @property
    def meta_prop(cls): return "meta_prop"
class A(metaclass=Meta, tag="x"):
    y = 2
    def __init__(self, v): self.v = v
class B(A): pass
print(A.injected, A.tag, B.tag, type(B).__name__, A(5).v, A.meta_method(), B.meta_prop)
try:
    A(1).meta_method()
except AttributeError as e:
    print(e)
C = Meta("C", (), {"z": 1}, tag="t")
print(C.z, C.tag, isinstance(A, Meta), isinstance(A, type))
class M2(type): pass
try:
    class D(A, metaclass=M2): pass
except TypeError as e:
    print(e)
class M3(Meta): pass
class E(A, metaclass=M3): pass
print(type(E).__name__)
def func_meta(name, bases, ns, **kw): return (name, len(bases), kw)
class F(metaclass=func_meta, k=1): pass
print(F)
try:
    class G(metaclass=func_meta, metaclass_=5): pass
    print(G)
    class H(5): pass
except TypeError as e:
    print(e)
