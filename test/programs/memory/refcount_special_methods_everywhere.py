# What sys.getrefcount shows inside special methods, by what calls them.
# tier: C
import sys, operator, functools, itertools
rc = sys.getrefcount
class E:
    def __eq__(self, o): print('eq', rc(self), rc(o)); return False
    def __hash__(self): print('hash', rc(self)); return 1
    def __lt__(self, o): print('lt', rc(self), rc(o)); return True
    def __str__(self): print('str', rc(self)); return 'E'
    def __repr__(self): print('repr', rc(self)); return 'E'
    def __format__(self, s): print('format', rc(self)); return 'E'
    def __len__(self): print('len', rc(self)); return 3
    def __bool__(self): print('bool', rc(self)); return True
    def __iter__(self): print('iter', rc(self)); return iter((1,2))
    def __getitem__(self, i): print('getitem', rc(self)); return 1
    def __setitem__(self, i, v): print('setitem', rc(self), rc(v))
    def __delitem__(self, i): print('delitem', rc(self))
    def __contains__(self, i): print('contains', rc(self), rc(i)); return True
    def __call__(self, *a, **k): print('call', rc(self), [rc(x) for x in a], {n: rc(v) for n, v in k.items()}); return 1
    def __add__(self, o): print('add', rc(self), rc(o)); return 1
    def __radd__(self, o): print('radd', rc(self), rc(o)); return 1
    def __iadd__(self, o): print('iadd', rc(self), rc(o)); return self
    def __neg__(self): print('neg', rc(self)); return 1
    def __enter__(self): print('enter', rc(self)); return self
    def __exit__(self, *a): print('exit', rc(self))
    def __getattr__(self, n): print('getattr', rc(self), n); return 5
    def __index__(self): print('index', rc(self)); return 1
    def __int__(self): print('int', rc(self)); return 1
    def __float__(self): print('float', rc(self)); return 1.0
    def __abs__(self): print('abs', rc(self)); return 1
    def __round__(self, n=None): print('round', rc(self)); return 1
    def __reversed__(self): print('reversed', rc(self)); return iter(())
    def __bytes__(self): print('bytes', rc(self)); return b''
    def __next__(self): print('next', rc(self)); raise StopIteration
    def __dir__(self): print('dir', rc(self)); return []
    def __instancecheck__(self, o): print('instancecheck', rc(self)); return True
    def __divmod__(self, o): print('divmod', rc(self), rc(o)); return 1
    def __pow__(self, o, m=None): print('pow', rc(self), rc(o), m); return 1
    def __length_hint__(self): return 2
    def m(self, *a): print('m', rc(self)); return self
def f():
    a = E(); b = E(); l = [a]; l2 = [b]; t = (a,); t2 = (b,); d = {1: a}; d2 = {1: b}
    print('# list =='); l == l2
    print('# list !='); l != l2
    print('# list <'); l < l2
    print('# tuple =='); t == t2
    print('# tuple <'); t < t2
    print('# tuple literal'); (a, 1) == (b, 1)
    print('# dict =='); d == d2
    print('# in list'); b in l
    print('# in tuple'); b in t
    print('# in list lit'); b in [a]
    print('# index');
    try: l.index(b)
    except ValueError: pass
    print('# count'); l.count(b)
    print('# remove')
    try: l.remove(b)
    except ValueError: pass
    print('# tcount'); t.count(b)
    print('# tindex')
    try: t.index(b)
    except ValueError: pass
    print('# dict lookup'); dd = {a: 1}
    print('get'); dd.get(b)
    print('in'); b in dd
    print('sub')
    try: dd[b]
    except KeyError: pass
    print('set'); dd[b] = 2
    print('pop'); dd.pop(b, None)
    print('setdefault'); dd.setdefault(b, None)
    print('# set'); s = {a}
    print('add'); s.add(b)
    print('in'); b in s
    print('discard'); s.discard(b)
    print('set eq'); {a} == {b}
    print('frozenset'); frozenset([a, b])
    print('# str'); str(a)
    print('# repr'); repr(a)
    print('# print'); print(a)
    print('# print2'); print(a, b, sep=' ')
    print('# print list'); print([a])
    print('# fstring'); f'{a}'
    print('# fstring2'); f'{a!r} {a!s}'
    print('# fstring3'); f'{a:>3}'
    print('# format'); format(a)
    print('# str.format'); '{}'.format(a)
    print('# str.format2'); '{0} {x}'.format(a, x=b)
    print('# str.format3'); '{0.m}'.format(a)[:0]
    print('# str.format4'); '{0!r}'.format(a)
    print('# format_map'); '{a}'.format_map({'a': a})
    print('# percent'); '%s' % a
    print('# percent2'); '%s %r' % (a, b)
    print('# percent3'); '%(x)s' % {'x': a}
    print('# join'); ','.join([str(a)])
    print('# and'); a and b
    print('# or'); a or b
    print('# not'); not a
    print('# if');
    if a: pass
    print('# while')
    while a: break
    print('# ternary'); 1 if a else 2
    print('# len'); len(a)
    print('# bool'); bool(a)
    print('# iter'); iter(a)
    print('# for')
    for x in a: pass
    print('# list()'); list(a)
    print('# unpack'); x, y = a
    print('# star'); [*a]
    print('# starcall'); (lambda *z: None)(*a)
    print('# getitem'); a[1]
    print('# setitem'); a[1] = b
    print('# delitem'); del a[1]
    print('# slice'); a[1:2]
    print('# contains'); 1 in a
    print('# contains b'); b in a
    print('# not in'); b not in a
    print('# call'); a()
    print('# call1'); a(b)
    print('# callkw'); a(x=b)
    print('# callstar'); a(*[b])
    print('# callkwstar'); a(**{'x': b})
    print('# callboth'); a(b, *[b], **{'x': b})
    print('# add'); a + b
    print('# add1'); a + 1
    print('# radd'); 1 + a
    print('# iadd'); a += b
    print('# neg'); -a
    print('# with')
    with a: pass
    with a as q: print('in', rc(q))
    del q
    print('# getattr'); a.zz
    print('# getattr()'); getattr(a, 'zz')
    print('# hasattr'); hasattr(a, 'zz')
    print('# meth'); a.m()
    print('# meth2'); m = a.m; m()
    print('# methargs'); a.m(1, 2)
    print('# methstar'); a.m(*(1, 2))
    print('# bound star'); m(*(1, 2))
    print('# bound kwstar'); m(*(1, 2), **{})
    print('# unbound'); E.m(a)
    print('# chained'); a.m().m()
    print('# index'); [1, 2, 3][a]
    print('# int'); int(a)
    print('# float'); float(a)
    print('# abs'); abs(a)
    print('# round'); round(a); round(a, 1)
    print('# reversed'); reversed(a)
    print('# bytes'); bytes(a)
    print('# hex'); hex(a)
    print('# range'); range(a)
    print('# next')
    next(a, None)
    print('# hash'); hash(a)
    print('# isinstance'); isinstance(1, a)
    print('# divmod'); divmod(a, b)
    print('# pow'); pow(a, b); a ** b; pow(a, b, 3)
    print('# sorted'); sorted([a, b])
    print('# min'); min(a, b)
    print('# min2'); min([a, b])
    print('# max key'); max([a, b], key=lambda v: print('key', rc(v)) or 1)
    print('# sort key'); sorted([a, b], key=lambda v: print('key', rc(v)) or 1)
    print('# map'); list(map(lambda v: print('map', rc(v)), [a, b]))
    print('# filter'); list(filter(lambda v: print('filter', rc(v)), [a, b]))
    print('# filter None'); list(filter(None, [a]))
    print('# reduce'); functools.reduce(lambda v, w: print('red', rc(v), rc(w)) or v, [a, b, a])
    print('# any'); any([a]); all([a])
    print('# sum'); sum([a])
    print('# operator'); operator.add(a, b); operator.eq(a, b); operator.truth(a); operator.not_(a)
    operator.getitem(a, 1); operator.setitem(a, 1, b); operator.contains(a, b); operator.index(a); operator.neg(a); operator.iadd(a, b)
    print('# attrgetter'); operator.attrgetter('zz')(a)
    print('# itemgetter'); operator.itemgetter(1)(a)
    print('# zip'); list(zip(a, [1]))
    print('# enumerate'); list(enumerate(a))
    print('# chain'); list(itertools.chain(a))
    print('# starmap'); list(itertools.starmap(a.m, [(1, 2)]))
    print('# takewhile'); list(itertools.takewhile(lambda v: print('tw', rc(v)), [a]))
    print('# groupby'); [k for k, g in itertools.groupby([a, b], key=lambda v: print('gb', rc(v)))]
    print('# product'); list(itertools.product(a, repeat=1))
    print('# end', rc(a), rc(b))
f()
