# __init_subclass__, __set_name__, __class_getitem__, __mro_entries__.
class Base:
    subs = []
    def __init_subclass__(cls, /, prefix="", **kw):
        super().__init_subclass__(**kw)
        cls.full = prefix + cls.__name__
        Base.subs.append(cls.full)
class A(Base, prefix="p_"): pass
class B(A): pass
print(Base.subs, hasattr(Base, "full"), B.full)
try:
    class C(Base, unknown=1): pass
except TypeError as e:
    print(e)
class Field:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
class D:
    x = Field()
    y = z = Field()
print(D.y.name)
D.late = Field()
print(hasattr(D.late, "name"))
class Bad:
    def __set_name__(self, o, n): raise ValueError("refuses " + n)
try:
    class E: q = Bad()
except ValueError as e:
    print(type(e).__name__, e, getattr(e, "__notes__", None))
class Box:
    def __class_getitem__(cls, k): return f"{cls.__name__}<{k}>"
class SubBox(Box): pass
print(Box[int], SubBox["x", 1])
try:
    A[int]
except TypeError as e:
    print(e)
class Entry:
    def __mro_entries__(self, bases):
        print("mro entries", len(bases))
        return (Base, int)
class F(Entry()): pass
print([c.__name__ for c in F.__mro__], F.__orig_bases__[0].__class__.__name__)
class Chain1:
    def __init_subclass__(cls, **kw): print("c1", sorted(kw)); super().__init_subclass__(**{k: v for k, v in kw.items() if k != "one"})
class Chain2:
    def __init_subclass__(cls, **kw): print("c2", sorted(kw)); super().__init_subclass__(**{k: v for k, v in kw.items() if k != "two"})
class G(Chain1, Chain2, one=1, two=2): pass
