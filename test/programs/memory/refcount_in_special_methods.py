# tier: C
# How many references a special method finds to its operands: what instructions and built-ins hold while it runs.
import sys
count = sys.getrefcount
class K:
    @property
    def p(self): return count(self)
    def __getattr__(self, n): return count(self)
    def __setattr__(self, n, v): print('setattr', count(self), count(v))
    def __call__(self, *a): return count(self)
    def __add__(self, o): return count(self), count(o)
    def __radd__(self, o): return 'r', count(self), count(o)
    def __len__(self): return count(self)
    def __bool__(self): print('bool', count(self)); return True
    def __iter__(self): print('iter', count(self)); return iter(())
    def __contains__(self, x): return print('contains', count(self), count(x))
    def __getitem__(self, i): return count(self), count(i)
    def __setitem__(self, i, v): print('setitem', count(self), count(i), count(v))
    def __delitem__(self, i): print('delitem', count(self), count(i))
    def __eq__(self, o): return count(self), count(o)
    def __lt__(self, o): return count(self), count(o)
    def __hash__(self): print('hash', count(self)); return 1
    def __repr__(self): return f'repr {count(self)}'
    def __str__(self): return f'str {count(self)}'
    def __format__(self, s): return f'format {count(self)}'
    def __index__(self): return count(self)
    def __neg__(self): return count(self)
    def __enter__(self): print('enter', count(self)); return self
    def __exit__(self, *a): print('exit', count(self))
    def __reversed__(self): return count(self)
    def __round__(self, n=None): return count(self)
    def __bytes__(self): print('bytes', count(self)); return b''
    def __instancecheck__(self, x): return print('check', count(self), count(x))
class D:
    def __get__(self, o, t): return count(self), count(o)
    def __set__(self, o, v): print(count(self), count(o), count(v))
    def __set_name__(self, o, n): print('name', count(self))
class U: d = D()
def t(f, o=None):
    o, v = o or object.__new__(K), []
    print(f(o, v))
t(lambda o, v: o.p); t(lambda o, v: o.unknown); t(lambda o, v: getattr(o, 'p')); t(lambda o, v: setattr(o, 'z', v)); t(lambda o, v: o(1))
t(lambda o, v: o + v); t(lambda o, v: v + o); t(lambda o, v: len(o)); t(lambda o, v: bool(o)); t(lambda o, v: not o)
t(lambda o, v: list(o)); t(lambda o, v: tuple(o)); t(lambda o, v: [*o]); t(lambda o, v: sorted(o)); t(lambda o, v: sum(o)); t(lambda o, v: list(zip(o))); t(lambda o, v: [x for x in o])
t(lambda o, v: v in o); t(lambda o, v: o[v]); t(lambda o, v: o == v); t(lambda o, v: o < v); t(lambda o, v: v > o)
t(lambda o, v: hash(o)); t(lambda o, v: {o: 1}); t(lambda o, v: {o}); t(lambda o, v: {}.get(o)); t(lambda o, v: dict.fromkeys([o]))
t(lambda o, v: repr(o)); t(lambda o, v: str(o)); t(lambda o, v: f'{o} {o!r}'); t(lambda o, v: '%s %r' % (o, o)); t(lambda o, v: format(o)); t(lambda o, v: [[o], {1: o}, (o,)])
t(lambda o, v: range(o)); t(lambda o, v: -o); t(lambda o, v: round(o)); t(lambda o, v: bytes(o)); t(lambda o, v: reversed(o)); t(lambda o, v: isinstance(v, o))
def setter(o, v): o[v] = v; del o[v]
def plain(o, v):
    with o: pass
def named(o, v):
    with o as q: pass
def error(o, v):
    try:
        with o: raise KeyError
    except KeyError: pass
def place(o, v): o.d = v
for f in (setter, plain, named, error): t(f)
t(lambda o, v: o.d, U()); t(place, U())
