from collections import *
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sorted(c.elements())[:4], c.total(), c + Counter('ab'), c - Counter('aaa'), c & Counter('abc'), c | Counter('zz'), +Counter(a=-1, b=2), -Counter(a=-1), c == Counter(c), Counter(a=1) <= Counter(a=2), Counter(a=3, b=0))
c.update('aa')
c.subtract({'b': 5})
print(c, dict(c), c.pop('a'), Counter(['x', 'y', 'x']).most_common(), Counter({'a': 2}), Counter(a=1, b=2))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, d.rotate(1), d, d.count(2), d.index(3), d[0], d[-1], list(reversed(d)), d.extend([8, 9]), d, d.extendleft('ab'), d, deque('ab') + deque('c'), deque([1]) * 2, deque([1, 2]) < deque([1, 3]), d.copy(), 8 in d)
d.insert(1, 'i') if len(d) < 3 else None
d.remove('b')
d.reverse()
print(d, d.pop(), d.popleft())
d.clear()
print(d, bool(d))
dd = deque([1, 2, 3, 4])
del dd[1]
dd[0] = 9
dd.insert(1, 'x')
print(dd)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(x=1, y=2))), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1}, o | {'z': 1}, OrderedDict.fromkeys('ab', 0), OrderedDict.fromkeys(iterable='ab', value=1))
dd = defaultdict(list)
dd['a'].append(1)
print(dd, dd['q'], dd.get('none'), dd.default_factory, len(dd), defaultdict(int, a=1), defaultdict(lambda: 5)['x'], dd.copy(), defaultdict(int) | {'a': 1})
dn = defaultdict(lambda: defaultdict(int))
dn['a']['b'] += 1
print(dict(dn['a']))
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(cm['a'], cm['b'], dict(cm), cm.maps, cm.new_child({'c': 9}), cm.parents, len(cm), list(cm), 'b' in cm, cm)
cm['z'] = 5
print(cm.maps[0], cm.pop('z'), cm.get('nope', 1))
P = namedtuple('P', 'x y', defaults=[5])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P(*[3, 4]), p == (1, 5), p < (2, 0), len(p), P._make([7, 8]), p + (1,), x if (x := p.index(5)) else 0, P.__doc__, P.x.__doc__, repr(P), hash(p) == hash((1, 5)), P(x=2, y=3), isinstance(p, tuple))
print(namedtuple('R', ['a', 'def', 'a'], rename=True)._fields, namedtuple('Q', 'a,b c')(1, 2, 3))



class Pt(namedtuple('Pt', 'x y')):
    __slots__ = ()

    def __add__(s, o):
        return Pt(s.x + o.x, s.y + o.y)
print(Pt(1, 2) + Pt(3, 4), Pt(1, 2)._replace(x=5))



class UD(UserDict):

    def __setitem__(s, k, v):
        super().__setitem__(k.upper(), v)
u = UD(a=1)
u['b'] = 2
print(u, u.data, 'A' in u, u | {'c': 3})
ul = UserList([3, 1])
ul.append(2)
ul.sort()
print(ul, ul + [5], ul * 2, ul[0:2], type(ul[0:2]).__name__)
us = UserString('abc')
print(us.upper(), us + 'd', us == 'abc', us[1], type(us + 'd').__name__, us * 2)
for e in ("namedtuple('A', 'x y')(1)", "namedtuple('1A', 'x')", "namedtuple('A', '_x')", "namedtuple('A', 'x x')", "namedtuple('A', 'x', defaults=[1, 2])", 'P(1, 2, 3)', 'p.z', 'P._make([1])', 'p._replace(q=1)', 'deque([1])[5]', 'deque().popleft()', 'deque([1]).remove(5)', 'deque(5)', "deque([], 'a')", 'deque([1], 1).insert(0, 2)', 'Counter(5)', "OrderedDict()['x']", 'OrderedDict().popitem()', "OrderedDict(a=1).move_to_end('q')", 'defaultdict(5)', "defaultdict()['x']", "ChainMap()['x']", 'ChainMap({}).popitem()', "Counter.fromkeys('ab')", "Counter('a').most_common(-1)", 'deque([1]) + [1]', 'UserList(5)', 'UserDict(5)'):
    try:
        print(e, '->', eval(e))
    except Exception as x:
        print(e, '!!', type(x).__name__, x)
