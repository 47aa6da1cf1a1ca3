# Models by metaclass and descriptors, proxies, slots, orders of resolution.
class Field:
    def __init__(self, typ, *, default=None, check=None): self.typ, self.default, self.check = typ, default, check
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.typ): raise TypeError(f"{self.name}: expected {self.typ.__name__}, got {type(v).__name__}")
        if self.check and not self.check(v): raise ValueError(f"{self.name}: bad value {v!r}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj): del obj.__dict__[self.name]
class Meta(type):
    registry = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, kw); return {"_order": []}
    def __new__(mcs, name, bases, ns, table=None, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns), **kw); cls.table = table or name.lower(); cls._fields = [k for k, v in ns.items() if isinstance(v, Field)]; mcs.registry[name] = cls; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): o = super().__call__(*a, **k); o.created = True; return o
    def __iter__(cls): return iter(cls._fields)
    def __len__(cls): return len(cls._fields)
    def __getitem__(cls, k): return getattr(cls, k)
    def __contains__(cls, k): return k in cls._fields
    def __instancecheck__(cls, o): return hasattr(o, "_is_model") or type.__instancecheck__(cls, o)
    def __repr__(cls): return f"<model {cls.__name__}>"
    @property
    def doc(cls): return cls.__doc__
class Model(metaclass=Meta):
    def __init__(self, **kw):
        for k, v in kw.items():
            if k not in type(self): raise AttributeError(f"no field {k!r}; did you mean {', '.join(type(self)) or 'nothing'}?")
            setattr(self, k, v)
    def __init_subclass__(cls, /, abstract=False, **kw): super().__init_subclass__(**kw); cls.abstract = abstract; print("init_subclass", cls.__name__, abstract)
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in type(self))})"
class User(Model, table="people", abstract=True):
    "A user."
    name = Field(str, check=str.strip); age = Field(int, default=18, check=lambda v: 0 <= v < 150)
u = User(name="Ann"); print(u, u.created, User, list(User), len(User), "age" in User, User["age"].typ, User.table, User.abstract, User.doc, Meta.registry, type(User), User.__mro__)
for f in (lambda: User(nme="x"), lambda: setattr(u, "age", "x"), lambda: setattr(u, "age", 200), lambda: User(name=""), lambda: u.doc, lambda: delattr(u, "age"), lambda: User.nope, lambda: Model[3], lambda: type("X", (int, str), {}), lambda: type("Y", (Model,), {}, bogus=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(isinstance(type("Duck", (), {"_is_model": 1})(), Model), issubclass(User, Model))
class Proxy:
    def __init__(self, t): object.__setattr__(self, "_t", t); object.__setattr__(self, "log", [])
    def __getattr__(self, n): self.log.append(n); return getattr(self._t, n)
    def __setattr__(self, n, v): print("set", n, v); setattr(self._t, n, v)
    def __dir__(self): return ["x", "a"]
    def __getattribute__(self, n): return "secret!" if n == "secret" else super().__getattribute__(n)
p = Proxy(u); p.age = 30; print(p.age, p.name, p.log, p.secret, dir(p), u)
try: p.zzz
except AttributeError as e: print(e, e.name, e.obj is u)
class Slots:
    __slots__ = ("a", "__dict__x") ; a: int
s = Slots()
for f in (lambda: s.a, lambda: setattr(s, "b", 1), lambda: s.__dict__, lambda: setattr(s, "a", 5), lambda: s.a):
    try: print(f())
    except AttributeError as e: print(e)
class A:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __init__(self): self.__priv = 1
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C(A):
    def f(self): return "C" + super().f()
class D(B, C):
    def f(self): return "D" + super().f()
print(A[int, 3], D().f(), [k.__name__ for k in D.mro()], vars(D()), D.__bases__, B.__subclasses__(), super(B, D()).f(), A.__dict__["f"].__qualname__)
try:
    class E(A, B): pass
except TypeError as e: print(e)
try: class_ = type("F", (A,), {"__slots__": ["x"], "x": 1})
except ValueError as e: print(e)
D.g = lambda self, *, k: k
D().g(1)
