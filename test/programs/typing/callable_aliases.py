import collections.abc as c, typing, types, pickle, copy
C=c.Callable
T=typing.TypeVar('T'); P=typing.ParamSpec('P')
print(C[[int],str], C[...,int], C[[],None], C[[int,str],C[[T],T]], C[P,int], C[[T],T][int], C[P,T][[int,str],bool], C[P,T][...,int])
print(C[[int],str]==C[[int],str], hash(C[[int],str])==hash(C[[int],str]), C[[int],str].__args__, C[[int],str].__origin__, typing.get_args(C[[int,str],bool]), typing.get_args(C[...,int]), typing.get_origin(C[[int],str]))
print(pickle.loads(pickle.dumps(C[[int],str])), copy.copy(C[[int],str]), C[[T],T].__parameters__, type(C[[int],str]).__name__, isinstance(C[[int],str], types.GenericAlias), C[[int],str]|None, typing.Optional[C[[int],str]], list[C[[int],str]])
def f(x: C[[int], str]) -> None: pass
import inspect
print(inspect.signature(f), f.__annotations__, typing.get_type_hints(f))
for bad in (lambda: C[int], lambda: C[int,str], lambda: C[[int],str][int], lambda: isinstance(3, C[[int],str])):
    try: print(bad())
    except TypeError as e: print(e)
class My(types.GenericAlias):
    def __repr__(self): return 'My!'
print(My(list,int), type(My(list,(int,))).__name__, My(list,int)==list[int], My(list,int)(), [My(list,int)])
