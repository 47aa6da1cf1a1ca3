a = 'global a'



class Outer:
    a = 'class a'

    def m(self):
        return a
    b = [a for _ in range(1)]

    class Inner:
        c = a
    lst = [(lambda: a)() for _ in range(1)]
    gen = list((a + x for x in a[:2]))
print(Outer().m(), Outer.b, Outer.Inner.c, Outer.lst, Outer.gen)



def f():
    a = 'local a'

    class C:
        b = a
        a = 'C.a'

        def g(self):
            return a
    return (C.b, C.a, C().g())
try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)



def g():

    class C:
        global zz
        zz = 5

        def h(self):
            nonlocal k
            k += 1
            return k
    k = 10
    return C
c = g()()
print(zz, c.h(), c.h())
x = 0



def outer():
    x = 1

    def mid():
        nonlocal x
        x += 1

        def inner():
            nonlocal x
            x += 10
            return x
        return inner
    m = mid()
    return (m(), x)
print(outer(), x)
exec('y = 5; print(y)', {})
d = {}
exec('def f(n): return 1 if n == 0 else n * f(n - 1)', d)
print(d['f'](5))
print(eval('[i * j for i in range(2)]', {'j': 3}), eval('x + 1', {'x': 1}), (lambda x: lambda y: x + y)(1)(2))
code = compile('for i in range(3):\n  total += i', '<c>', 'exec')
ns = {'total': 0}
exec(code, ns)
print(ns['total'])
print(eval(compile('1 + 2', '', 'eval')))
import builtins
builtins.custom = 'built'
print(custom)
len_ = len
len = lambda x: 'shadowed'
print(len([]))
del len
print(len([]))
try:
    del undefined_name
except NameError as e:
    print(e)
for i in range(3):
    pass
print(i, [i for i in 'ab'], i)
print(locals() is globals(), 'a' in globals(), vars() is globals())
globals()['dyn'] = 1
print(dyn)



def kw(**k):
    return sorted(k)
print(kw(**{'a b': 1, 'class': 2}))
print(__name__ == '__main__', __doc__, f.__globals__ is globals())
if (lambda: True)():
    print('lambda cond')
while True:
    try:
        break
    finally:
        print('fin')



def multi():
    yield
    return 5
try:
    next((g2 := multi()))
    next(g2)
except StopIteration as e:
    print(e.value)
_ = 5
print(_)
print([*map(lambda t: t[0] + t[1], [(1, 2), (3, 4)])], [(a, b) for a in range(2) for b in range(a)], {k: v for k, v in zip('ab', range(2))}, {x % 3 for x in range(9)}, [[j for j in range(i)] for i in range(3)], [x for x in range(20) if x % 2 if x % 3])
