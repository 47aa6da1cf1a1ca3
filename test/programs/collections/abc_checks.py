# collections.abc: isinstance by protocol, mixins of Mapping, Sequence, Set.
from collections.abc import *
import collections.abc as cabc
kinds = [Hashable, Iterable, Iterator, Reversible, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, Generator, KeysView]
for obj in ([], (), "", {}, set(), frozenset(), range(0), iter([]), (i for i in ()), len, {}.keys(), 5, b"", bytearray()):
    print(f"{type(obj).__name__:<26}", *[k.__name__[:8] for k in kinds if isinstance(obj, k)])
class S(Sequence):
    def __init__(self, *x): self.x = x
    def __getitem__(self, i): return self.x[i]
    def __len__(self): return len(self.x)
s = S(1, 2, 3, 2)
print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, Collection))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m.update(a=1, b=2)
print(m.setdefault("c", 3), m.pop("a"), m.get("zz", 0), list(m.items()), "b" in m, m == {"b": 2, "c": 3}, sorted(m.keys()), m.popitem(), len(m))
m.clear()
print(list(m))
class St(Set):
    def __init__(self, x): self.x = list(dict.fromkeys(x))
    def __contains__(self, v): return v in self.x
    def __iter__(self): return iter(self.x)
    def __len__(self): return len(self.x)
a, b = St("abc"), St("bcd")
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= St("abcd"), a == St("cba"), a.isdisjoint(St("xy")), sorted({"a", "z"} & a))
class ML(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
q = ML()
q.extend([3, 1, 2]); q.append(9); q.reverse(); q += [5]; q.remove(1)
print(q.l, q.pop(), q.pop(0), q.l)
for cls in (Sequence, Mapping, Iterator, Hashable):
    try:
        cls()
    except TypeError as e:
        print(e)
class Virtual: pass
Sequence.register(Virtual)
print(isinstance(Virtual(), Sequence), issubclass(Virtual, Sequence))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class NoHash:
    __hash__ = None
print(isinstance(It(), Iterator), isinstance(It(), Iterable), issubclass(NoHash, Hashable), isinstance(NoHash(), Hashable), issubclass(It, Sized))
