# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class G:
    real = 1
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")
g = G()
print(g.real, g.xyz, hasattr(g, "xq"), hasattr(g, "nope"), getattr(g, "nope", "dflt"))
g.xset = 5
print(g.xset)
try:
    g.bad
except AttributeError as error:
    print(error)
class Log:
    def __init__(self):
        object.__setattr__(self, "log", [])
    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)
    def __getattribute__(self, name):
        if name != "log":
            object.__getattribute__(self, "log").append(("get", name))
        return super().__getattribute__(name)
l = Log()
l.a = 1
l.a += 1
del l.a
try:
    l.a
except AttributeError as error:
    print(error)
print(l.log)
class Proxy:
    def __init__(self, target):
        self.__dict__["_t"] = target
    def __getattr__(self, name):
        return getattr(self._t, name)
    def __setattr__(self, name, value):
        setattr(self._t, name, value)
    def __dir__(self):
        return ["b", "a"]
class T: pass
t = T()
p = Proxy(t)
p.v = 3
print(t.v, p.v, dir(p), vars(p)["_t"] is t)
print(Proxy([1, 2]).count(1), Proxy("abc").upper())
try:
    len(Proxy([1]))
except TypeError as error:
    print(error)
class A:
    def __getattribute__(self, name):
        raise AttributeError("blocked")
    def __getattr__(self, name):
        return f"rescued {name}"
    def method(self): return 1
print(A().method, A().zip)
class ClassLevel:
    def __getattr__(self, n): return 1
try:
    ClassLevel.foo
except AttributeError as error:
    print(error)
class Frozen:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __setattr__(self, n, v): raise AttributeError(f"{n} is frozen")
    __delattr__ = lambda self, n: print("refused", n)
f = Frozen(a=1)
try:
    f.a = 2
except AttributeError as error:
    print(error)
del f.a
print(f.a)
