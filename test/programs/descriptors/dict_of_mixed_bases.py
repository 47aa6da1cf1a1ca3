# The __dict__ of an object whose class mixes plain classes with types, modules and exceptions.
import types
class Base:
    def _get(self):
        dm = [1]
    pass
class C(object):
    __slots__ = ['__dict__']
def readonly(x):
    try: x.__dict__ = {'a': 2}; print("set")
    except (TypeError, AttributeError) as e: print(type(e), e)
    try: del x.__dict__; print("del")
    except (TypeError, AttributeError) as e: print(type(e), e)
class Base2: pass
class Meta1(Base2, type): pass
class Meta2(type, Base2): pass
class D(object, metaclass=Meta1): pass
class E(object, metaclass=Meta2): pass
for cls in C, D, E: readonly(cls)
class Module1(types.ModuleType, Base2): pass
class Module2(Base2, types.ModuleType): pass
for ModuleType in Module1, Module2:
    mod = ModuleType("spam")
    readonly(mod)
    mod.__dict__["spam"] = "eggs"
    print(mod.spam)
class Exception1(Exception, Base2): pass
class Exception2(Base2, Exception): pass
for ExceptionType in Exception, Exception1, Exception2:
    e = ExceptionType()
    e.__dict__ = {"a": 1}
    print(e.a)
    try:
        del e.__dict__
    except (TypeError, AttributeError): print("cannot")
    print(e.__dict__)
    e.x = 3
