import types
ns = types.SimpleNamespace(a=1, b='x')
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x'), ns != types.SimpleNamespace(a=1), vars(ns))
ns.c = [1]; del ns.a; print(ns, repr(ns))
ns.me = ns; print(ns)
print(types.SimpleNamespace({'x': 1}, y=2), types.SimpleNamespace([('k', 3)]))
class Sub(types.SimpleNamespace): pass
print(Sub(q=1), Sub(q=1) == types.SimpleNamespace(q=1))
for bad in (lambda: types.SimpleNamespace(1), lambda: types.SimpleNamespace({1: 2}), lambda: types.SimpleNamespace({}, {}), lambda: ns.zzz, lambda: ns < ns, lambda: hash(ns)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import copy
n2 = copy.copy(types.SimpleNamespace(a=[1])); print(n2, copy.replace(n2, a=2))
