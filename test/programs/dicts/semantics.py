d = {}
for i in range(10):
    d[i] = i*i
try:
    for k in d:
        d[k+100] = 1
except RuntimeError as e:
    print(type(e).__name__, e)
d = dict.fromkeys("abc")
print(d, dict.fromkeys([1,2], []))
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for bad in (lambda: {}[[]], lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1,2,3)]), lambda: dict(1), lambda: {}.pop('x'), lambda: dict(['ab','c']),
            lambda: {} | 1, lambda: {}.update(1), lambda: {}.setdefault(), lambda: {} < {}, lambda: hash({}), lambda: {}.fromkeys(), lambda: {1:2}.get(), lambda: {}.popitem(), lambda: {}.get(1,2,3), lambda: {}.update(1,2), lambda: dict(1,2), lambda: dict(**{1:2})):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print({1: 'a', 1.0: 'b', True: 'c'})
print(list(reversed({1:2, 3:4})), list(reversed({1:2, 3:4}.items())))
v = {1:2}.keys()
print(v, v & {1}, v | {5}, v ^ {7}, v - {1}, v.isdisjoint([3]), v == {1}, v < {1,2}, v.mapping)
print({1:2}.items() & {(1,2)}, {1:[]}.values())
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f'K{self.n}'
d = {K(i): i for i in range(5)}
del d[K(2)]
print(d, K(3) in d, d.get(K(9), 'none'))
class D(dict):
    def __missing__(self, key): return key*2
print(D()['x'], D(a=1), repr(D(a=D())), D().get('x'))
import types
m = types.MappingProxyType({'a':1})
print(m, m['a'], len(m), 'a' in m, m | {'b':2})
try: m['a'] = 2
except TypeError as e: print(e)
d = {}; d['self'] = d; print(d)
print({**{'a':1}, 'b':2, **{'a':3}})
d = {'x':1}
it = iter(d.items()); print(next(it), next(it, 'end'))
print(it.__length_hint__(), iter({1:1,2:2}).__length_hint__())
print(type(d.keys()), type(iter(d)), type(iter(d.values())), type(reversed(d)))
