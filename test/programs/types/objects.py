# The types module: SimpleNamespace, MethodType, MappingProxyType, new_class, names of types.
import types
n = types.SimpleNamespace(a=1, b="x")
n.c = [1]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]), vars(n))
del n.a
print(n, types.SimpleNamespace({"k": 1}))
d = {"x": 1}
p = types.MappingProxyType(d)
d["y"] = 2
print(p, p["y"], len(p), list(p), "x" in p, p | {"z": 3}, p == {"x": 1, "y": 2}, p.get("q"))
for act in (lambda: p.__setitem__("x", 5), lambda: types.MappingProxyType(5), lambda: hash(p), lambda: n.nope, lambda: types.SimpleNamespace(1), lambda: int.__dict__.update({}), lambda: types.MethodType(5, 5), lambda: types.FunctionType(5, {})):
    try: print(act())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
m = types.MethodType(lambda self, x: (self, x), "bound")
print(m(1), m.__self__, types.new_class("N", (int,), {}, lambda ns: ns.update(v=1)).v, types.FunctionType, types.GeneratorType, types.BuiltinFunctionType, types.ModuleType("mod", "doc").__doc__, types.ModuleType("m").__name__)
def f(): yield
def g(x): return x
print([isinstance(a, t) for a, t in ((g, types.FunctionType), (g, types.LambdaType), (f(), types.GeneratorType), (len, types.BuiltinFunctionType), ("".join, types.BuiltinMethodType), (m, types.MethodType), (types, types.ModuleType), (None, types.NoneType), (..., types.EllipsisType), (NotImplemented, types.NotImplementedType), (g.__code__, types.CodeType), (int | str, types.UnionType), (list[int], types.GenericAlias), (str.join, types.MethodDescriptorType), (int.__add__, types.WrapperDescriptorType))])
h = types.FunctionType(g.__code__, {}, "renamed", (5,))
print(h(), h.__name__)
def outer():
    x = 1
    def inner(): return x
    return inner
c = types.CellType(10)
k = types.FunctionType(outer().__code__, globals(), "k", None, (c,))
print(k(), c.cell_contents)
c.cell_contents = 11
print(k())
mod = types.ModuleType("dyn")
exec("z = 5\ndef getz(): return z", mod.__dict__)
print(mod.getz(), repr(mod))
class D:
    @types.DynamicClassAttribute
    def v(self): return "instance"
print(D().v, g.__code__.replace(co_name="other").co_name, types.resolve_bases((int,)), types.get_original_bases(type("Q", (list,), {})))
