# tier: C
# Classes by what their instances have, subclasses of built-in types and of str, objects of the library; the order of a class's dict.
import collections, datetime, decimal, itertools, struct, sys
def c(*bases, **ns): return type('X', bases, ns)
for b in (object, int, str, tuple, list, dict, set, float, Exception, StopIteration, collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter, enumerate, zip, property, staticmethod, super, itertools.count):
    x = c(b); y = c(b, __slots__=())
    print(b.__name__, sys.getsizeof(b), *[(sys.getsizeof(t), t.__basicsize__, t.__itemsize__) for t in (x, y, c(x), c(x, __slots__=()))])
M = type('M', (type,), {})
print(sys.getsizeof(M), sys.getsizeof(M('a', (), {})), type.__basicsize__, bytes.__basicsize__)
class S(str): pass
class T(str): __slots__ = ()
for s in ('', 'a', 'ab', 'é', '€', '😀' * 3): print(sys.getsizeof(S(s)), sys.getsizeof(T(s)))
for n in range(4): print(sys.getsizeof(itertools.product(*[[1]] * n)), sys.getsizeof(itertools.permutations([1, 2, 3], n)), sys.getsizeof(itertools.combinations([1, 2, 3], n)))
for n in (0, 1, 5, 6, 20, 100): print(sys.getsizeof(collections.OrderedDict.fromkeys(range(n))))
print(sys.getsizeof(datetime.datetime(2020, 1, 2)), sys.getsizeof(datetime.date(2020, 1, 2)), sys.getsizeof(datetime.time()), sys.getsizeof(datetime.timedelta(1)), sys.getsizeof(datetime.timezone.utc))
for f in ('', 'i', 'ii', '3i', 'ifd', '10s'): print(f, sys.getsizeof(struct.Struct(f)))
for d in ('0', '1.5', '9' * 50, '9' * 100): print(sys.getsizeof(decimal.Decimal(d)))
class C:
    a = 1
    def f(self): pass
class E:
    'doc'
    __slots__ = 'z', 'b'
print(list(vars(C)), list(vars(E)))
