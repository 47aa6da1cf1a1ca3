# Objects that cannot be copied, that count their comparisons, or that lie about their length.
import sys
import copy
class Cant:
    def __getattribute__(self, name):
        if name.startswith('__reduce'): raise AttributeError(name)
        return object.__getattribute__(self, name)
for f in copy.copy, copy.deepcopy:
    try: f(Cant()); print('no')
    except copy.Error as e: print(e)
class Hash:
    def __init__(self): self.n = 0
    def __hash__(self): return 7
    def __eq__(self, other): self.n += 1; return self is other
a, b = Hash(), Hash()
d = {a: 1}
d.setdefault(b, 2)
print(a.n + b.n)
d[Hash()] = 3
print(a.n + b.n)
class S(str):
    def __bytes__(self): return b'abc'
print(bytes(S('x')))
try: bytearray(S('x'))
except TypeError as e: print(e)
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return sys.maxsize
q = [1, 2]
q.extend(It())
print(q)
try: list(It())
except MemoryError as e: print('memory')
import heapq
for f in heapq.nlargest, heapq.nsmallest:
    try: f('q', [1])
    except TypeError as e: print(e)
import collections
try: collections.Counter('abc').most_common('q')
except TypeError as e: print(e)
