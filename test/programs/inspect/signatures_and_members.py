import inspect



def f(a, /, b: int, *args, c=1, d: str='x', **kw) -> bool:
    """doc f"""
sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.parameters['c'].default, sig.parameters['a'].kind, sig.return_annotation, sig.bind(1, 2, 3, c=4, z=5).arguments)



class C:

    def __init__(self, x, y=2):
        pass

    def m(self, q):
        pass

    @classmethod
    def cm(cls, r):
        pass

    @staticmethod
    def sm(s):
        pass
print(inspect.signature(C), inspect.signature(C().m), inspect.signature(C.m), inspect.signature(C.cm), inspect.signature(C.sm), inspect.getdoc(f), inspect.isfunction(f), inspect.ismethod(C().m), inspect.isclass(C), inspect.isgeneratorfunction(f), inspect.getmembers(C(), inspect.ismethod)[0][0], inspect.getfullargspec(f), inspect.unwrap(f) is f, inspect.cleandoc(' a\n   b'), inspect.getmro(C), inspect.isbuiltin(len), inspect.currentframe().f_code.co_name, inspect.isabstract(C))
try:
    sig.bind(1)
except TypeError as e:
    print(e)
ba = sig.bind(1, 2)
ba.apply_defaults()
print(ba.args, ba.kwargs)
print(sig.replace(return_annotation=int), inspect.Parameter('x', inspect.Parameter.POSITIONAL_ONLY), inspect.signature(lambda x, *, y: 0))
