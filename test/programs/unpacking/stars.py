def f(*a, **k): return a, k
print(f(*[1], *(2, 3), x=1, **{'y': 2}), [*range(2), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2), {*[1, 1], 2})
first, *mid, last = range(6); print(first, mid, last); *a, b = 'xy'; print(a, b); (a, *b), c = [1, 2, 3], 4; print(a, b, c)
for i, *r in [(1, 2, 3), (4,)]: print(i, r)
def g(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(g(1, c=3), g(1, 2, 3, 4, c=5, e=6))
def h(a, /, b, *, c): return a, b, c
print(h(1, b=2, c=3)); x = [1, 2, 3]; x[1:2] = [7, 8, 9]; print(x); x[::2] = 'abc'; print(x); del x[1:3]; print(x)
print(*[1, 2], sep='-', end='!\n'); a = b = c = 5; a += b; print(a, b); a, b = b, a; print(a, b)
def ret(): return *[1, 2], 3
print(ret()); t = 1, ; print(t); print((lambda *, k=1: k)(k=2))
