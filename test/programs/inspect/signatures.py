# inspect: signature, kinds, bind, getters.
import inspect
def f(a, b: int = 2, /, c="x", *args, d, e: str = "e", **kw) -> float: "doc"; return 1.0
sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation, [(p.name, p.kind.name, p.default is p.empty) for p in sig.parameters.values()], sig.parameters["b"].annotation)
b = sig.bind(1, 2, 3, 4, d=5, z=6)
print(b.args, b.kwargs, dict(b.arguments))
p = inspect.signature(lambda x, y=1: 0).bind_partial()
p.apply_defaults()
print(dict(p.arguments))
for args, kw in (((), {}), ((1,), {"d": 1, "a": 2}), ((1, 2, 3), {}), ((1,), {"c": 1, "d": 2})):
    try: print(dict(sig.bind(*args, **kw).arguments))
    except TypeError as e: print(e)
class C:
    "class doc"
    def m(self, x): pass
    @classmethod
    def c(cls, y): pass
    @staticmethod
    def s(z): pass
    @property
    def p(self): pass
    def __init__(self, q): pass
    def __call__(self, w): pass
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.c), inspect.signature(C.s), inspect.signature(C(1)))
def gen(): yield
async def co(): pass
async def agen(): yield
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.ismodule(inspect), inspect.isroutine(len), inspect.isabstract(C), inspect.iscallable(f) if hasattr(inspect, "iscallable") else callable(f))
print(inspect.getdoc(f), inspect.getdoc(C), inspect.cleandoc("  a\n    b\n  c"), [n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C)[1], inspect.unwrap(f) is f)
g = gen()
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.getcallargs(lambda a, b=2: 0, 1), inspect.getfullargspec(f).args, inspect.currentframe().f_code.co_name, inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=5))
import functools
@functools.wraps(f)
def w(*a, **k): pass
print(inspect.signature(w), inspect.signature(functools.partial(lambda a, b, c: 0, 1, c=2)), sig.replace(return_annotation=int), sig == inspect.signature(f))
def closure():
    x = 1
    def inner(): return x, len
    return inner
v = inspect.getclosurevars(closure())
print(v.nonlocals, sorted(v.builtins))
