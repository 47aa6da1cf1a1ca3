# tier: C
# In which order what an object holds dies, where the order is not that of its fields.
import collections
import functools
import itertools


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(self.n, end=' ')

    def __add__(self, other):
        return D(self.n + other.n)


def end(what):
    print('|', what)


def some(count):
    return (D(i) for i in range(count))


x = slice(D(1), D(2), D(3)); del x; end('slice: step, start, stop')
x = slice(D(1), D(2)); del x; end('slice without step')


class E(Exception):
    pass


e = StopIteration(D('value'))
e.__cause__, e.__context__, e.at = E(D('cause')), E(D('context')), D('at')
del e; end('exception')
e = ImportError(D('message'), name=D('name'), path=D('path')); e.at = D('at'); del e; end('fields of a type before the rest')
o = collections.OrderedDict((D(i), D(i + 10)) for i in range(3)); o.clear(); end('OrderedDict.clear: values, then keys')


class Od(collections.OrderedDict):
    pass


o = Od(a=D('item')); o.at = D('at'); del o; end('attributes before items')
o = collections.defaultdict(functools.partial(print, D('factory')), a=D('item')); del o; end('defaultdict')
z = itertools.zip_longest(some(2), some(1), fillvalue=D('fill')); next(z); next(z); del z; end('zip_longest')
a = itertools.accumulate(some(3)); next(a); next(a); end('accumulate: item, then total'); del a; end('')
p = itertools.product(some(2), some(2)); all(map(bool, p)); end('product at its end'); del p; end('product: first choice last')
r = reversed(list(some(2))); all(map(bool, r)); end('reversed list keeps its list'); del r; end('')
print(functools.reduce(lambda a, b: a + b, some(4)).n); end('reduce')
