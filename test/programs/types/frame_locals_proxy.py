import sys



def f():
    a = 1
    b = 'x'
    cell = [1]

    def inner():
        return cell
    p = sys._getframe().f_locals
    T = type(p)
    print(T, T.__name__, T.__module__, sorted((n for n in vars(T))))
    print(sorted(p), list(p), len(p), 'a' in p, 'zz' in p, 5 in p, p['b'], p['cell'])
    p['a'] = 10
    p['new'] = 'extra'
    p['cell'] = 'replaced'
    p[5] = 'five'
    print(a, cell, inner(), p['new'], p[5], list(p), type(p.keys()), type(p.values()), type(p.items()), p.items()[0], list(reversed(p))[:2])
    for bad in (lambda: p['nope'], lambda: p.pop('a'), lambda: p.pop('new'), lambda: p.popitem(), lambda: p.clear(), lambda: p.update(5), lambda: hash(p), lambda: p < p, lambda: p.__delitem__('a'), lambda: p.__delitem__('new'), lambda: p.setdefault('a', 3), lambda: p.setdefault('sd', 4), lambda: p.get('q'), lambda: p.get('q', 1), lambda: T(5), lambda: T(), lambda: p == {'a': 10}, lambda: p == p, lambda: p == dict(p), lambda: p != {}, lambda: type(p | {'z': 1}), lambda: type({'z': 1} | p), lambda: p | 5, lambda: type(p.copy()), lambda: p['q' * 2], lambda: T(sys._getframe(1)) == p):
        try:
            print(bad())
        except Exception as e:
            print(type(e).__name__, e)
    p.update({'a': 11})
    print(a, b)
    p |= {'a': 12}
    print(a)
    q = sys._getframe().f_locals
    print(q is p, q == p, q['new'], repr({k: v for k, v in p.items() if k in ('a', 'b')}))
    match p:
        case {'a': v}:
            print('matched', v)
    return p
p = f()
print(p['a'], p['cell'], type(p).__name__)
p['a'] = 99
print(p['a'])
print(sys._getframe().f_locals is globals(), type(sys._getframe().f_locals))



class C:
    x = 1
    print(type(sys._getframe().f_locals), sys._getframe().f_locals['x'])



def outer():
    v = 1
    change()
    return v



def change():
    sys._getframe(1).f_locals['v'] = 'changed by callee'
print(outer())



def rep():
    z = 3
    print(sys._getframe().f_locals)
rep()



def g():
    y = 1
    exec('y = 2; w = 3')
    l = locals()
    exec('w = 5', globals(), l)
    print(l['w'], y, 'w' in locals())
g()
try:
    1 / 0
except ZeroDivisionError as e:
    print(type(e.__traceback__.tb_frame.f_locals))



def h(n):
    try:
        h(n - 1) if n else 1 / 0
    except ZeroDivisionError as e:
        tb = e.__traceback__
        while tb:
            print(tb.tb_frame.f_code.co_name, tb.tb_frame.f_locals.get('n'))
            tb = tb.tb_next
h(2)



def nested():
    p = sys._getframe().f_locals
    print(p)
    from collections.abc import Mapping
    return (isinstance(p, Mapping), list(reversed(p)))
print(nested())
