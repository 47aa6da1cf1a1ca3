# Code objects: equality, hashes, replace(), co_lines(); and a mapping proxy that takes no |=.
import types, copy
def f(a, b=1):
    x = a + 1
    for i in range(3):
        x += i
    return x
def make(n):
    def g(): return n
    return g
a = compile('x = 1\ny = 2.0', 'one', 'exec'); b = compile('x = 1\ny = 2.0', 'two', 'exec')
print(a == b, hash(a) == hash(b), a != b, a is b)
for other in ('x = 1\ny = 2', 'x = 1\n\ny = 2.0', 'x = True\ny = 2.0', 'z = 1\ny = 2.0', 'x = 1; y = 2.0', 'x = 1\ny = -0.0'):
    c = compile(other, 'one', 'exec')
    print(a == c, end=' ')
print(compile('y = 0.0','','exec') == compile('y = -0.0','','exec'), a == 1, a.__eq__(1))
print(make(1).__code__ == make(2).__code__, make(1).__code__ is make(2).__code__, f.__code__ == make.__code__)
print(compile('(1,(2,3.0))','','eval')==compile('(1,(2,3.0))','','eval'), compile('(1,(2,3))','','eval')==compile('(1,(2,3.0))','','eval'))
print(compile('{1,2} >= s','','eval')==compile('{1,2} >= s','','eval'), compile('s in {1,2}','','eval')==compile('s in {1,2}','','eval'))
r = f.__code__.replace(co_name='q')
print(r == f.__code__, r.replace(co_name='f') == f.__code__, f.__code__.replace(co_filename='other') == f.__code__)
print(f.__code__.replace(co_consts=(None, 2)) == f.__code__, copy.replace(f.__code__, co_name='w').co_name)
print({a: 1}[b], len({a, b, f.__code__, f.__code__}))
lines = [line for _, _, line in make.__code__.co_lines()]
print(lines[0], max(line for *_, line in f.__code__.co_lines()))
try: a < b
except TypeError as e: print(e)
p = types.MappingProxyType({1: 2})
try: p |= {3: 4}
except TypeError as e: print(e)
print(p | {3: 4}, {3: 4} | p)
lam = [lambda: 1, lambda: 1]
print(lam[0].__code__ == lam[1].__code__)
def two():
    return (lambda: 1)
print(two().__code__ == two().__code__)
