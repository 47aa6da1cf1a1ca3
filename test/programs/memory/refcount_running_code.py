# A frame holds its function and its code object, once, whatever looks at it.
# tier: C
import sys
rc=sys.getrefcount
def f(): print(rc(f), rc(f.__code__))
f(); f()
def g(): print(rc(g), rc(g.__code__)); yield rc(g), rc(g.__code__)
x=g(); print(rc(g), rc(g.__code__)); next(x); print(rc(g), rc(g.__code__)); del x; print(rc(g), rc(g.__code__))
def h(n):
    if n: return h(n-1)
    print(rc(h), rc(h.__code__))
h(3)
def k():
    def inner(): return 1
    print(rc(k), rc(k.__code__), rc(inner), rc(inner.__code__))
    o=object()
    def i2(): return rc(o), rc(i2)
    i2()
    print(rc(k), rc(k.__code__), rc(i2), rc(i2.__code__))
    class K: pass
    print(rc(k), rc(k.__code__), rc(K))
    l = [z for z in (1,)]
    print(rc(k), rc(k.__code__), rc(K))
    try: raise ValueError
    except ValueError as e: print(rc(k), rc(k.__code__))
    print(rc(k), rc(k.__code__))
    sys._getframe()
    print(rc(k), rc(k.__code__))
    locals()
    print(rc(k), rc(k.__code__))
    exec('print(rc(o))', {'rc': rc, 'o': o})
    print(rc(k), rc(k.__code__))
    eval('rc(o)')
    print(rc(k), rc(k.__code__))
k()
lam = lambda: rc(lam.__code__)
print(lam())
f = sys._getframe(); print(rc(f), rc(f.f_code)>2)
