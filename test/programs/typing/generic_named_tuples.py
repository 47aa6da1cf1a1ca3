"""Generic named tuples, literals, the module importlib.util; subclasses of float and Random that answer for themselves."""
from typing import NamedTuple, Generic, TypeVar, Literal
T=TypeVar('T')
class Pair(NamedTuple, Generic[T]):
    a: T
    b: int = 3
    def total(self): return self.a+self.b
p=Pair(1); print(p, p.total(), Pair[int], Pair.__orig_bases__[1:], Pair.__parameters__, Pair[str]('x',1), p._replace(a=5), Pair._fields, Pair.__mro__)
class Q[U](NamedTuple):
    x: U
print(Q(3), Q[int](4), Q.__type_params__, Q.__orig_bases__[1:])
print(Literal[int, 'a', 3], Literal[None])
import importlib.util, importlib
print(importlib.util.find_spec('numpy'), importlib.util.find_spec('json') is None, importlib.util.find_spec('json.nothing'))
try: importlib.util.find_spec('nothing.deep')
except ModuleNotFoundError as e: print(e)
print(importlib.util.find_spec('math').name, importlib.util.resolve_name('.x','a.b'))
import math
class F(float):
    def __ceil__(self): return 42
    def __floor__(self): return 41
    def __trunc__(self): return 40
print(math.ceil(F(1.5)), math.floor(F(1.5)), math.trunc(F(1.5)))
import random
class Dice(random.Random):
    def random(self): return 0.99
d=Dice(); print(d.randint(1,6), d.choice('abc'), d.randrange(10), d.sample(range(5),2), d.uniform(0,1))
class Bits(random.Random):
    def getrandbits(self,k): return 1
b=Bits(); print(b.randint(1,6), b.choice('abc'))
class Both(Bits):
    def random(self): return 0.0
b=Both(); print(b.randint(1,6), b.choice('abc'), b.shuffle([1,2,3]))
l=[1,2,3]; d.shuffle(l); print(l)
random.seed(3)
class Logged(random.Random):
    n=0
    def random(self): Logged.n+=1; return super().random()
g=Logged(4); print([g.randint(1,100) for _ in range(3)], g.gauss(0,1), Logged.n)
