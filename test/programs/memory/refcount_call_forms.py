# How many references an argument has, by how it is passed and to what.
# tier: C
import sys
rc = sys.getrefcount
def show(*a, **k): return [rc(x) for x in a], {n: rc(v) for n, v in k.items()}
def pos(a, b=None): return rc(a), rc(b)
def kwonly(*, k): return rc(k)
def gen(a): yield rc(a); yield rc(a)
async def co(a): return rc(a)
class C:
    def __init__(self, a=None, *r, k=None, **kw): print('init', rc(self), rc(a), [rc(x) for x in r], rc(k), {n: rc(v) for n, v in kw.items()})
    def m(self, a=None, *r, k=None, **kw): return rc(self), rc(a), [rc(x) for x in r], rc(k), {n: rc(v) for n, v in kw.items()}
    @classmethod
    def c(cls, a): return rc(a)
    @staticmethod
    def s(a): return rc(a)
    @property
    def p(self): return rc(self)
    @p.setter
    def p(self, v): print('set', rc(self), rc(v))
    def __getattribute__(self, n): 
        if n == 'zz': return rc(self)
        return object.__getattribute__(self, n)
    def __setattr__(self, n, v):
        print('setattr', rc(self), rc(v)); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', rc(self)); object.__delattr__(self, n)
class N:
    def __new__(cls, a=None, **k): o = object.__new__(cls); print('new', rc(o), rc(a)); return o
    def __init__(self, a=None, **k): print('init', rc(self), rc(a))
class D:
    def __get__(self, o, t): return rc(o), rc(self)
    def __set__(self, o, v): print('dset', rc(o), rc(v))
    def __set_name__(self, o, n): print('setname', n)
    def __delete__(self, o): print('ddel', rc(o))
class H: d = D()
class S:
    __slots__ = ('x', 'y')
    def __init__(self, x): self.x = x; print(rc(self), rc(x))
class M(type):
    def __call__(cls, *a, **k): print('mcall', [rc(x) for x in a], {n: rc(v) for n, v in k.items()}); return super().__call__(*a, **k)
    def __getattr__(cls, n): return n
class MC(metaclass=M):
    def __init__(self, *a, **k): print('mcinit', rc(self), [rc(x) for x in a], {n: rc(v) for n, v in k.items()})
def t(label, v): print(label, v)
def f():
    o = object(); x = [o]; d = {'k': o}; e = {'a': o}; args = (o,); largs = [o]
    t('local', rc(o)); t('show', show(o)); t('show kw', show(k=o)); t('star', show(*args)); t('star list', show(*largs)); t('star mix', show(o, *args))
    t('kwstar', show(**d)); t('both', show(*args, **d)); t('both2', show(o, *args, z=o, **d)); t('pos', pos(o)); t('pos2', pos(o, o)); t('poskw', pos(a=o)); t('poskw2', pos(o, b=o))
    t('pos star', pos(*args)); t('pos kwstar', pos(**e)); t('kwonly', kwonly(k=o)); t('kwonlystar', kwonly(**d))
    t('temp', show([])); t('temp kw', show(k=[])); t('temp pos', pos([], [])); t('temp star', show(*[[]])); t('lambda', (lambda a: rc(a))(o)); t('lambda temp', (lambda a: rc(a))([]))
    g = gen(o); t('gen', rc(o)); t('next', next(g)); t('next', next(g)); t('list', list(gen(o))); 
    c = co(o); t('co', rc(o))
    try: c.send(None)
    except StopIteration as ex: t('co', ex.value)
    del c, g
    t('after', rc(o))
    C(o); C(a=o); C(o, o, o); C(o, k=o); C(o, q=o); C(*args); C(**d); C(*args, **d); C([]); C(a=[]); C([], [], k=[], z=[])
    i = C(); t('m', i.m(o)); t('mkw', i.m(a=o)); t('mstar', i.m(*args)); t('mkwstar', i.m(**d)); t('mboth', i.m(*args, **d)); t('m3', i.m(o, o, o)); t('mk', i.m(o, k=o)); t('mz', i.m(o, z=o))
    b = i.m; t('b', b(o)); t('bkw', b(a=o)); t('bstar', b(*args)); t('bkwstar', b(**d)); t('bboth', b(*args, **d)); t('b3', b(o, o, o)); t('bk', b(o, k=o)); t('b rc', (rc(b), rc(i)))
    t('Cm', C.m(i, o)); t('Cmstar', C.m(*(i, o))); t('temp m', C().m([])); t('temp m kw', C().m(a=[]))
    t('c', C.c(o)); t('ic', i.c(o)); t('s', C.s(o)); t('is', i.s(o)); t('cstar', C.c(*args)); t('sstar', C.s(*args)); t('ckw', C.c(a=o)); t('skw', i.s(a=o))
    t('p', i.p); i.p = o; i.p = []; t('zz', i.zz); i.q = o; t('q', rc(i.q)); del i.q
    t('prop temp', C().p); t('zz temp', C().zz)
    N(); N(o); N(a=o); N(*args); N(**e); N([]); N(o, k=o)
    h = H(); t('d', h.d); t('D', H.d); h.d = o; h.d = []; del h.d; t('temp d', H().d)
    s = S(o); t('s', rc(o)); s.y = o; t('s', (rc(s.x), rc(o)))
    S([]); S(x=o); S(*args)
    MC(); MC(o); MC(k=o); MC(*args); MC(*args, **d); MC([]); M.__call__(MC, o)
    t('end', rc(o))
    t('tuple', rc((o,))); t('list', rc([o])); t('dict', rc({})); t('set', rc({1})); t('lam', rc(lambda: 0)); t('inst', rc(H())); t('bound', rc(i.m)); t('cls', rc(type('X', (), {}))); t('str', rc('a' + str(o)[:1] + 'zz')); t('float', rc(float('1.5'))); t('int', rc(int('12345')))
    t('gen', rc((z for z in x))); t('comp', [rc(z) for z in x]); t('comp2', [rc(o) for z in x]); t('genx', list(rc(z) for z in x)); t('setc', {rc(z) for z in x}); t('dictc', {rc(z): rc(z) for z in x})
    for z in x: t('for', rc(z))
    for z in args: t('for tuple', rc(z))
    for z in d.values(): t('for values', rc(z))
    for k, z in d.items(): t('for items', rc(z))
    for k, z in enumerate(x): t('for enum', rc(z))
    for k, z in zip(x, x): t('for zip', (rc(k), rc(z)))
    for z in reversed(x): t('rev', rc(z))
    for z in iter(x): t('iter', rc(z))
    for z in map(lambda q: q, x): t('map', rc(z))
    for z in set(x): t('set', rc(z))
    for z in [o]: t('litlist', rc(z))
    for z in (o, o): t('littuple', rc(z))
    for z in [o, o][:]: t('slice', rc(z))
    del z, k
    t('sub', rc(x[0])); t('dsub', rc(d['k'])); t('dget', rc(d.get('k'))); t('unp', [rc(q) for q in (lambda *a: a)(o)])
    (y,) = x; t('unpack', rc(y)); y, = args; t('u', rc(y)); [y] = x; y, *w = o, o, o; t('ex', (rc(y), rc(w), rc(w[0]))); del y, w
    y = w = o; t('chain', rc(o)); del y, w
    (y := o); t('walrus', rc(o)); del y
    t('walrus2', (rc(q := o), rc(q))); del q
    match o:
        case q: t('match', rc(q))
    del q
    match [o, o]:
        case [q, *r]: t('matchseq', (rc(q), rc(r)))
    match {'a': o}:
        case {'a': q2, **rest}: t('matchmap', (rc(q2), rc(rest)))
    del q, r, q2, rest
    try: raise ValueError(o)
    except ValueError as ex: t('exc', (rc(ex), rc(ex.args), rc(ex.args[0]), rc(ex.__traceback__), rc(o)))
    t('glob', (rc(show), rc(C), rc(f), rc(f.__code__), rc(C.__dict__), rc(C.__mro__), rc(i.__dict__), rc(f.__globals__), rc(None) > 1000000))
    def inner(): return rc(o), rc(inner)
    t('cell', inner()); t('cell2', (rc(o), rc(inner), rc(inner.__closure__), rc(inner.__closure__[0])))
    class K:
        a = o; print('cls', rc(a), rc(o))
    t('cls', (rc(K), rc(o), rc(K.__dict__['a'])))
    t('global', globals_()); t('ret', rc(ident(o))); t('ret temp', rc(ident([]))); t('lit', rc(1.5)); t('lits', rc('some string here'))
    t('slice', rc(slice(o))); t('exec', exec('print(rc(o))', {'rc': rc, 'o': o})); t('eval', eval('rc(o)')); t('loc', rc(locals())); t('loc', rc(locals()['o']))
    assert o, o
    t('if', rc(o) if o else 0); t('and', o and rc(o)); t('or', rc(o or 1)); t('and2', rc(o and x)); t('cmp', rc(o) if x == [o] else 0)
    return o
def ident(a): return a
def globals_(): global G; G = object(); return rc(G), rc(globals()['G'])
t('final', rc(f()))
