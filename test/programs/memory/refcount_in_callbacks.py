# tier: C
# What functions see that map, min, reduce, sort and others call, and what constructors see of their arguments: at the first call of a site a tuple holds them too.
import functools, itertools, sys
count = sys.getrefcount
one = lambda x: count(x)
two = lambda x, y: (count(x), count(y))
key = lambda x: print('key', count(x)) or 0
def t(f):
    v = []
    print(f(v))
t(lambda v: list(map(one, [v]))); t(lambda v: list(map(one, iter([[]])))); t(lambda v: list(map(two, [v], [v]))); t(lambda v: list(filter(key, [v])))
t(lambda v: sorted([v, v], key=key)); t(lambda v: max([v, v], key=key)); t(lambda v: min(v, v, key=key)); t(lambda v: [v].sort(key=key))
t(lambda v: functools.reduce(two, [v, v])); t(lambda v: functools.partial(one, v)()); t(lambda v: list(itertools.starmap(two, [(v, v)]))); t(lambda v: list(itertools.takewhile(key, [v])))
class I:
    def __init__(self, a): print('init', count(self), count(a))
class N:
    def __new__(cls, a): print('new', count(a)); return object.__new__(cls)
    def __init__(self, a): print('init', count(self), count(a))
class L(list):
    def __init__(self, a): print('list', count(a), count(self)); super().__init__(a)
t(lambda v: I(v) and 1)
for n in range(3): I(t)
t(lambda v: N(v) and 1); t(L)
class Key:
    def __hash__(self): print('hash', count(self), end=' '); return 1
    def __eq__(self, other): return self is other
a, b = Key(), Key()
def q(f): f(); print()
q(lambda: {}.setdefault(b, 3)); q(lambda: {a: 1}.get(b)); q(lambda: {a: 1}[a]); q(lambda: b in {a: 1}); q(lambda: {}.update({b: 3})); q(lambda: set([a, b])); q(lambda: frozenset((a,)))
q(lambda: dict.fromkeys([a, b])); q(lambda: {x: 1 for x in (a, b)}); q(lambda: {x for x in (a, b)}); q(lambda: {a: 1}); q(lambda: {a}); q(lambda: set().add(a)); q(lambda: hash((a,)))
def store():
    d = {}
    for x in (a, b, a): d[x] = 1
q(store)
