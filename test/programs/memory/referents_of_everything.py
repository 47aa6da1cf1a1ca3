# What gc.get_referents shows of an object of each kind, in the order of its visit; types that C code allocates among it.
# tier: C
import builtins, gc, sys, types, weakref, collections, functools, itertools, re, operator
class A: pass
class B:
    __slots__ = ('x', 'y')
class C(A):
    __slots__ = ('z',)
class D(dict): pass
class E(list): pass
class M(type): pass
class F(metaclass=M):
    def m(self): pass
    @property
    def p(self): return 1
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
class G(Exception): pass
class N(collections.namedtuple('N', 'a b')): pass
mark = A()
def name(o):
    if o is mark: return 'MARK'
    if isinstance(o, type): return 'cls ' + o.__name__
    if isinstance(o, (int, str, float, bytes, bool, type(None))): return repr(o)[:30]
    if isinstance(o, tuple): return 'tuple' + str(len(o))
    if o is globals(): return 'globals'
    if o is vars(builtins): return 'builtins'
    if isinstance(o, (list, dict, set)): return type(o).__name__ + str(len(o))
    if isinstance(o, types.FunctionType): return 'fn ' + o.__qualname__
    if isinstance(o, types.ModuleType): return 'mod ' + o.__name__
    if isinstance(o, types.CodeType): return 'code ' + o.co_name
    return type(o).__name__
def show(label, *os):
    print(label, [name(r) for r in gc.get_referents(*os)])
show('list', [mark, 1, 'a']); show('tuple', (mark, 1)); show('dict', {'a': mark, 1: mark}); show('strdict', {'a': mark}); show('set', {1}); show('frozenset', frozenset([mark]))
a = A(); show('A', a); a.x = mark; a.y = 1; show('A2', a); d = a.__dict__; show('A3', a); show('A3d', d); a.q = 5; show('A4', a)
a.__dict__ = {'k': mark}; show('A5', a)
b = B(); show('B', b); b.y = mark; show('B1', b); b.x = 1; show('B2', b)
c = C(); show('C', c); c.z = mark; c.w = 2; show('C2', c)
dd = D(); show('D', dd); dd['k'] = mark; dd.attr = 3; show('D2', dd)
e = E([mark]); show('E', e); e.attr = 1; show('E2', e)
def f(x=mark, *, k=mark): return x
show('f', f); f.attr = 1; show('f2', f); show('code', f.__code__)
def outer():
    v = mark
    def inner(): return v
    return inner
i = outer(); show('inner', i); show('closure', i.__closure__); show('cell', i.__closure__[0])
show('method', F().m); show('builtin', len, [].append); show('property', F.__dict__['p']); show('classmethod', F.__dict__['c']); show('static', F.__dict__['s'])
show('bound cls', F.c); show('slice', slice(mark, 1, None)); show('range', range(3)); show('partial', functools.partial(f, mark, k=1))
print('F', sorted(map(name, gc.get_referents(F)))); print('A', sorted(map(name, gc.get_referents(A)))); print('int', gc.get_referents(int)); print('object', gc.get_referents(1, 'a', 2.5, None, object()))
g = (x for x in [mark]); show('gen', g); next(g); show('gen2', g)
def gf(a):
    b = 1
    yield a
    c = mark
    yield b
h = gf(mark); show('gf', h); next(h); show('gf1', h); next(h); show('gf2', h); show('gframe', h.gi_frame); list(h); show('gf3', h)
it = iter([mark]); show('listiter', it); next(it); next(it, 0); show('listiter', it); show('tupleiter', iter((mark,))); show('dictiter', iter({'a': mark})); show('items', iter({'a': mark}.items())); show('keys', {'a': 1}.keys()); show('enum', enumerate([mark])); show('zip', zip([mark], (1,))); show('map', map(f, [mark])); show('filter', filter(None, [mark])); show('rev', reversed([mark])); show('striter', iter('ab')); show('calliter', iter(f, mark))
show('chain', itertools.chain([mark])); show('cycle', itertools.cycle([mark])); show('repeat', itertools.repeat(mark)); show('islice', itertools.islice([mark], 2)); show('product', itertools.product([mark], [1])); show('tee', itertools.tee([mark])[0]); show('groupby', itertools.groupby([mark])); show('starmap', itertools.starmap(f, [])); show('takewhile', itertools.takewhile(f, [mark])); show('zip_longest', itertools.zip_longest([mark], fillvalue=mark)); show('permutations', itertools.permutations([mark, 1])); show('combinations', itertools.combinations([mark, 1], 1)); show('compress', itertools.compress([mark], [1])); show('pairwise', itertools.pairwise([mark, 1])); show('batched', itertools.batched([mark], 1))
r = weakref.ref(mark); show('ref', r); show('refcb', weakref.ref(mark, f)); show('proxy', weakref.proxy(mark, f))
ex = G(mark); show('exc', ex); 
try: raise ex
except G as q: pass
print('exc2', sorted(map(name, gc.get_referents(ex)))); show('tb', ex.__traceback__); show('ValueError', ValueError(mark)); ex.note = 1; print(len(gc.get_referents(ex))); ex.__cause__ = KeyError(1); print(len(gc.get_referents(ex)))
show('StopIteration', StopIteration(mark)); show('OSError', OSError(1, 'x')); show('KeyError', KeyError(mark)); show('group', ExceptionGroup('m', [ValueError(1)])); show('SystemExit', SystemExit(mark)); show('ImportError', ImportError('x', name='n')); show('AttributeError', AttributeError('x', name='n', obj=mark)); show('NameError', NameError('x', name='n'))
show('deque', collections.deque([mark, 1])); show('defaultdict', collections.defaultdict(f, a=mark)); show('OrderedDict', collections.OrderedDict(a=mark)); show('Counter', collections.Counter('a')); show('namedtuple', N(mark, 1)); show('ChainMap', collections.ChainMap({'a': 1}))
show('super', super(C, c)); show('genericalias', list[int]); show('union', int | str); show('proxy', types.MappingProxyType({'a': mark})); show('ns', types.SimpleNamespace(a=mark)); show('module', types.ModuleType('x')); show('itemgetter', operator.itemgetter(mark, 1)); show('attrgetter', operator.attrgetter('a.b')); show('pattern', re.compile('x')); show('match', re.match('x', 'x')); show('cell', types.CellType(mark)); show('bytes', b'x', bytearray(b'y')); show('float', 1.5, 1j)
fr = sys._getframe(); print('frame', len(gc.get_referents(fr)) > 0)
def ff(p):
    loc = mark
    fr = sys._getframe()
    show('frame', fr)
    return fr
fr = ff(1); show('frame dead', fr); fr.clear(); show('frame clear', fr)
show('member', B.x); show('getset', A.__dict__['__dict__']); show('wrapper', int.__add__); show('methwrap', (1).__add__); show('methdesc', list.append); show('cmdesc', dict.__dict__['fromkeys'])
show('cached', functools.cached_property(f)); 
async def co(): pass
cc = co(); show('coro', cc); cc.close()
async def ag(): yield 1
show('asyncgen', ag())
l = [mark]; t = (l, l); print([name(x) for x in gc.get_referrers(l)]); dct = {'l': l}; print(sorted(name(x) for x in gc.get_referrers(l)))
