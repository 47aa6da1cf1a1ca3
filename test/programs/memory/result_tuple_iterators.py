# tier: C
# zip, items of a dict and itertools hold their last result, and fill it again when nobody else does.
import sys, gc
class A:
    def __init__(s,n): s.n=n
    def __del__(self): print('del', self.n)
def f():
    for a, b in zip([A(1), A(2)], [A(3), A(4)]):
        print(a.n, b.n, sys.getrefcount(a))
f()
def g():
    z = zip((A(i) for i in range(3)), (A(i+10) for i in range(2)))
    for t in z:
        print(t[0].n, sys.getrefcount(t)); del t
    print('done')
g()
def h():
    d = {A(1): A(2), A(3): A(4)}
    for k, v in d.items():
        print(k.n, v.n, sys.getrefcount(k), sys.getrefcount(v))
h()
print(len({id(t) for t in zip(range(5), range(5))}), len({id(t) for t in enumerate(range(5))}))
l = list(zip(range(3), range(3)))
print(l, len({id(t) for t in l}))
l = list(enumerate('abc', 5)); print(l)
print(list(enumerate('ab', 2**53-2)), list(enumerate('ab', 2**63-1)), list(enumerate('ab', -10**30)), list(enumerate('abc',2**53-1)))
d={1:2,3:4,5:6}
print([id(x) == id(y) for x, y in zip(d.items(), d.items())], list(d.items()), list(reversed(d.items())))
for i, t in enumerate(zip([[],[]],[1,2])):
    print(gc.is_tracked(t))
from itertools import *
def p():
    for a,b in pairwise([A(20),A(21),A(22)]):
        print(a.n,b.n,sys.getrefcount(a),sys.getrefcount(b))
p()
def q():
    for a,b in zip_longest([A(30),A(31)],[A(32)]):
        print(a.n, sys.getrefcount(a))
q()
def r():
    for a in product([A(40),A(41)],[1,2]):
        print(a[0].n, sys.getrefcount(a), sys.getrefcount(a[0]))
r()
def s():
    for a in combinations([A(50),A(51),A(52)],2):
        print(a[0].n, sys.getrefcount(a), sys.getrefcount(a[0]))
    for a in permutations([A(60),A(61)],2):
        print(a[0].n, sys.getrefcount(a), sys.getrefcount(a[0]))
s()
print(len({id(t) for t in product('ab','cd')}),len({id(t) for t in combinations('abcd',2)}),len({id(t) for t in permutations('abc',2)}),len({id(t) for t in zip_longest('abc','d')}),len({id(t) for t in pairwise('abcd')}),len({id(t) for t in combinations_with_replacement('abc',2)}))
