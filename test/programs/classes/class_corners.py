# Classes put in each other's place, attributes set past the metaclass, descriptors bound by hand.
import types, sys
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
class SubType(types.ModuleType):
    a = 1
m = types.ModuleType("m")
m.__class__ = SubType
print(m.a, m)
m.__class__ = types.ModuleType
print(hasattr(m,'a'))
def f(): (1).__class__ = bool
tr(f)
def f(): [].__class__ = dict
tr(f)
class Z: pass
def f(): Z().__class__ = dict
tr(f)
def f(): m.__class__ = Z
tr(f)
def f(): Z().__class__ = 3
tr(f)
tr(lambda: type.__abstractmethods__)
tr(lambda: Z.__abstractmethods__)
def f(): del Z.__abstractmethods__
tr(f)
d = dict.__dict__['fromkeys']
tr(d.__get__, None, None)
tr(d.__get__, 42)
tr(d.__get__, None, 42)
tr(d.__get__, None, int)
tr(lambda: d.__get__({})('ab'))
tr(lambda: d.__get__(None, dict)('ab'))
d = list.__dict__['append']
tr(d.__get__, 3)
tr(d.__get__, 3, list)
tr(d.__get__, None, list)
tr(d.__get__, None, None)
class A:
    def f(self): return 'A.f', self
class Proxy:
    def __init__(self, obj): self.__dict__['obj']=obj
    def __getattribute__(self, name):
        if name.startswith('__') : return object.__getattribute__(self, '__dict__')['obj'].__class__ if name=='__class__' else object.__getattribute__(self,name)
        return object.__getattribute__(self, name)
class B(A):
    def f(self): return 'B.f ' + super(B, self).f()[0]
b = B()
p = Proxy(b)
tr(lambda: B.f(p))
z=Z(); z.x=1
print(z.__dict__)
del z.__dict__
print(z.__dict__)
z.y=2
print(z.__dict__)
def f(): z.__dict__ = 3
tr(f)
def f(): del Z.__dict__
tr(f)
def f(): Z.__dict__={}
tr(f)
tr(object.__setattr__, str, 'foo', 4)
tr(object.__setattr__, Z, 'foo', 4)
tr(object.__delattr__, str, 'foo')
tr(type.__setattr__, str, 'foo', 4)
tr(object.__setattr__, 4, 'foo', 4)
tr(type.__getattribute__, list, type)
tr(isinstance, 1, int | list[int])
tr(isinstance, 1.0, int | list[int])
tr(issubclass, int, int | list[int])
tr(issubclass, str, int | list[int])
