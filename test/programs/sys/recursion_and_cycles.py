import sys



def tracer():
    f = sys._getframe()
    print(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name)
tracer()



def depth(n):
    return n if n == 0 else depth(n - 1)
print(depth(900))
sys.setrecursionlimit(3000)
print(depth(2900))
sys.setrecursionlimit(1000)
try:
    depth(1001)
except RecursionError as e:
    print(e)



def f(x):
    return f(x + 1) if x < 10 ** 9 else 0
try:
    f(0)
except RecursionError as e:
    print('rec', str(e)[:30])
print(sys.getrecursionlimit())
a = [1]
a.append(a)
print(a, a[1][1][0])
d = {}
d['d'] = d
print(d)
class_ = type('C', (), {})
o = class_()
o.o = o
print(o.o.o is o)
s = {1, 2}
t = (s, [s])
print(t, t[0] is t[1][0])
b = bytearray(b'x')
b += b'y'
print(b)
l = [0]
l += l
l *= 2
print(l)
x = y = []
x += [1]
print(y)
m = [[0] * 2] * 2
m[0][0] = 1
print(m)
tup = ([],)
try:
    tup[0] += [1]
except TypeError as e:
    print(e, tup)
