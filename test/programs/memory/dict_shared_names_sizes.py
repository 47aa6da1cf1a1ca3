# The __dict__ of an instance shares names with its class: its size, and that of what is copied from it.
# tier: C
import sys
def mk(n, m=2):
    class C:
        def __init__(self):
            for i in range(n): setattr(self, 'a%d' % i, i)
    return [C() for _ in range(m)]
s = sys.getsizeof
for n in range(0, 34):
    a, b = mk(n); d = a.__dict__
    print(n, 'copy', s(d.copy()), 'dict', s(dict(d)), 'star', s({**d}), 'merge', s({} | d), s(d | {}), 'upd', end=' ')
    e = {}; e.update(d); print(s(e), 'clear', end=' ')
    d.clear(); print(s(d), end=' '); d['x'] = 1; print(s(d), end=' '); a.y = 1; print(s(d), s(a), end=' ')
    a, b = mk(n); d = a.__dict__; d.update({'a0': 1}); print('upd1', s(d), end=' ')
    d.update({'zz%d' % i: 1 for i in range(8)}); print('upd2', s(d))
    for k in range(3):
        a, b = mk(n); d = a.__dict__
        for i in range(k): d.pop('a%d' % i, 0)
        print('pop', k, s(d), s(d.copy()), s(dict(d)), end=' ')
    print()
for n in (0, 1, 3, 29, 30):
    a, b = mk(n); d = a.__dict__; d[1] = 2; print(n, s(d), s(b.__dict__), end=' ')
    a, b = mk(n); d = a.__dict__; d['new'] = 1; d['a' + 'b' * n] = 1; print(s(d), s(b.__dict__), end=' ')
    a, b = mk(n); d = a.__dict__
    if n:
        d.popitem(); print(s(d), end=' '); d['q'] = 1; print(s(d), end=' ')
    print()
