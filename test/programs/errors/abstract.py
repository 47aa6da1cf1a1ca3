from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def one(self): pass
    @abstractmethod
    def two(self): pass
A()
