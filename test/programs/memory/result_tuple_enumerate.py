# tier: C
# enumerate fills the tuple it gave last again when nobody else holds it; items live until the next round.
import sys
class A:
    def __del__(self): print('del')
def f():
    for i, x in enumerate([A(), A()]):
        print(i, sys.getrefcount(x))
    print('end')
f()
def g():
    for t in enumerate([A(), A()]):
        print(t[0], sys.getrefcount(t[1]), sys.getrefcount(t))
g()
def h():
    e=enumerate(A() for _ in range(3))
    for i,x in e:
        del x
        print('next', i)
h()
