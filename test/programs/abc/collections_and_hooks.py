import abc, collections.abc as ca, numbers



class Shape(abc.ABC):

    @property
    @abc.abstractmethod
    def area(self):
        ...

    @classmethod
    @abc.abstractmethod
    def make(cls):
        ...

    def describe(self):
        return f'{type(self).__name__} of area {self.area}'



class Sq(Shape):

    def __init__(self, s):
        self.s = s

    @property
    def area(self):
        return self.s ** 2

    @classmethod
    def make(cls):
        return cls(2)
print(Sq.make().describe(), Shape.__abstractmethods__ == {'area', 'make'}, issubclass(Sq, Shape))
for c in (Shape, type('Half', (Shape,), {'make': 1})):
    try:
        c()
    except TypeError as e:
        print(e)



class Seq(ca.Sequence):

    def __init__(self, *a):
        self.a = a

    def __len__(self):
        return len(self.a)

    def __getitem__(self, i):
        return self.a[i]
s = Seq(3, 1, 3)
print(list(s), s.count(3), s.index(1), 3 in s, list(reversed(s)), isinstance(s, ca.Iterable), isinstance(s, ca.Reversible))



class MM(ca.MutableMapping):

    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)
m = MM()
m['a'] = 1
m.update(b=2)
print(m.pop('a'), dict(m), m.setdefault('c', 3), list(m.items()), m == {'b': 2, 'c': 3}, m.get('q', 0), 'b' in m, m.popitem(), m.keys() & {'c', 'b'})
m.clear()
print(len(m))



class St(ca.Set):

    def __init__(self, it):
        self.l = list(dict.fromkeys(it))

    def __contains__(self, x):
        return x in self.l

    def __iter__(self):
        return iter(self.l)

    def __len__(self):
        return len(self.l)
print(sorted(St('ab') | St('bc')), sorted(St('ab') & 'bc'), St('a') <= St('ab'), St('ab') == {'a', 'b'}, sorted(St('ab') ^ St('bc')), sorted(St('ab') - St('b')), St('ab').isdisjoint('xy'))
print([isinstance(x, t) for x, t in (([], ca.MutableSequence), ((), ca.Sequence), ({}, ca.Mapping), (set(), ca.Set), ('', ca.Sequence), (iter([]), ca.Iterator), ((i for i in ()), ca.Generator), (len, ca.Callable), (5, ca.Hashable), ([], ca.Hashable), (range(1), ca.Sequence), ({}.keys(), ca.KeysView), (5, numbers.Integral), (1.5, numbers.Real), (1j, numbers.Complex), (True, numbers.Number))])



class Reg:
    pass
ca.Sized.register(Reg)
print(isinstance(Reg(), ca.Sized), issubclass(Reg, ca.Sized))



class Hook(abc.ABC):

    @classmethod
    def __subclasshook__(cls, C):
        return True if any(('quack' in B.__dict__ for B in C.__mro__)) else NotImplemented



class Duck:
    quack = 1
print(isinstance(Duck(), Hook), isinstance(5, Hook))
