# ABC: abstract methods, properties, registration, subclass hooks.
from abc import ABC, ABCMeta, abstractmethod, abstractclassmethod
class Shape(ABC):
    @abstractmethod
    def area(self): "doc"; return 0
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def describe(self): return f"{self.name}: {self.area()}"
class Half(Shape):
    def area(self): return super().area() + 5
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
for cls in (Shape, Half, Full):
    try: print(cls().describe())
    except TypeError as e: print(e)
print(Shape.__abstractmethods__ == {"area", "name", "make"}, sorted(Half.__abstractmethods__), Full.__abstractmethods__, Full.make().describe(), Shape.area.__isabstractmethod__)
class Walker(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Walker: return any("walk" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class Duck:
    def walk(self): pass
print(issubclass(Duck, Walker), isinstance(Duck(), Walker), issubclass(int, Walker))
class Base(metaclass=ABCMeta): pass
@Base.register
class Reg: pass
print(issubclass(Reg, Base), isinstance(Reg(), Base), Reg.__mro__[1].__name__)
try: Reg.register
except AttributeError as e: print(e)
try: Base.register(5)
except TypeError as e: print(e)
class One(ABC):
    @abstractmethod
    def only(self): pass
try: One()
except TypeError as e: print(e)
try: One().only()
except TypeError: print("still")
One.only = lambda self: 1
try: One()
except TypeError as e: print("abstractness is decided at class creation")
class Mixed(One, dict):
    def only(self): return len(self)
print(Mixed(a=1).only())
