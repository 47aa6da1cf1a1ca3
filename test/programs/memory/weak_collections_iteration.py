# tier: C
# What dies while somebody iterates over a weak collection leaves it when the iteration ends; a WeakValueDictionary that is asked for anything meanwhile takes it out at once.
import weakref
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'A{self.n}'
def fresh():
    xs = [A(n) for n in range(4)]
    return xs, weakref.WeakValueDictionary({x.n: x for x in xs}), weakref.WeakKeyDictionary({x: x.n for x in xs}), weakref.WeakSet(xs)
xs, d, k, s = fresh()
it = iter(k.items())
print(next(it)[1]); xs.pop(); xs.pop(); print(len(k), len(k.keyrefs()), len(k.data)); print([v for _, v in it]); print(len(k), len(k.data))
xs, d, k, s = fresh()
it = iter(s); first = next(it); xs.clear(); print(len(s), len(s.data)); print(list(it)); del first; print(len(s), len(s.data))
xs, d, k, s = fresh()
it = d.values(); print(next(it)); xs.pop(); print(len(d.data)); print(list(it), len(d.data))
xs, d, k, s = fresh()
it = d.items(); next(it); xs.clear(); print(len(d))
try: print(list(it))
except RuntimeError as e: print(e)
xs, d, k, s = fresh()
it = d.keys(); next(it); d[9] = xs[0]
try: print(list(it))
except RuntimeError as e: print(e)
xs, d, k, s = fresh()
it = iter(k); y = next(it); del y; xs.clear(); del it; print(len(k), len(k.data))
xs, d, k, s = fresh()
it = iter(s); next(it)
try: s.add(A(7)); print(list(it))
except RuntimeError as e: print(e)
print(isinstance(s, __import__('collections.abc').abc.MutableSet), type(s).__mro__[1:])
