# SimpleNamespace and MappingProxyType in use.
from types import SimpleNamespace, MappingProxyType, MethodType
n = SimpleNamespace(x=1, y=SimpleNamespace(z=2))
n.x += 1
print(n, n.y.z, n == SimpleNamespace(x=2, y=SimpleNamespace(z=2)))
base = {"a": 1}
view = MappingProxyType(base)
base["b"] = 2
print(view["b"], len(view), dict(view))
try: view["c"] = 3
except TypeError as e: print(e)
class C: pass
c = C()
c.hi = MethodType(lambda self, w: f"{type(self).__name__} says {w}", c)
print(c.hi("yo"))
