# Default values are evaluated once, when def runs.
def append(x, to=[]):
    to.append(x)
    return to
print(append(1), append(2), append(3, []), append(4))
print(append.__defaults__)
def none_default(x, to=None):
    to = [] if to is None else to
    to.append(x)
    return to
print(none_default(1), none_default(2))
n = 1
def late(x=n):
    return x
n = 2
print(late(), late(n))
def log(x):
    print("default evaluated", x)
    return x
def f(a=log(1), *, b=log(2)):
    return a, b
print(f(), f(5), f(b=6), f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (10,)
f.__kwdefaults__ = {"b": 20}
print(f())
f.__defaults__ = None
try:
    f()
except TypeError as error:
    print(error)
def memo(n, cache={0: 0, 1: 1}):
    if n not in cache:
        cache[n] = memo(n - 1) + memo(n - 2)
    return cache[n]
print(memo(80), len(memo.__defaults__[0]))
for i in range(2):
    def g(i=i):
        return i
    print(g())
class K:
    size = 3
    def m(self, n=size):
        return n
K.size = 9
print(K().m())
def order(a, b=lambda: a_global):
    return b()
a_global = "late global"
print(order(1))
