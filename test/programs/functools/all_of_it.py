from functools import *
import functools



@lru_cache(maxsize=2)
def sq(x):
    print('computing', x)
    return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(9))
sq.cache_clear()
print(sq.cache_info())



@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())



@lru_cache(typed=True)
def ty(x):
    return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info())
p = partial(int, base=2)
print(p('101'), p.func, p.args, p.keywords, p, partial(partial(print, 1), 2, sep='-'))
partial(print, 'a', end='!\n')('b')



class A:

    def __init__(self):
        self.n = 0

    @cached_property
    def c(self):
        self.n += 1
        return self.n

    @partialmethod
    def x(self):
        pass

    def base(self, a, b):
        return (a, b)
    one = partialmethod(base, 1)

    @singledispatchmethod
    def sd(self, a):
        return 'default'

    @sd.register
    def _(self, a: int):
        return 'int'

    @sd.register(list)
    def _(self, a):
        return 'list'
a = A()
print(a.c, a.c, a.__dict__, a.one(2), a.sd(1), a.sd([]), a.sd('x'))
del a.c
print(a.c)



@singledispatch
def show(x):
    return f'obj {x}'



@show.register
def _(x: int):
    return f'int {x}'



@show.register(str)
@show.register(bytes)


def _(x):
    return f'text {x!r}'
show.register(float, lambda x: f'float {x}')
print(show([]), show(5), show('a'), show(b'b'), show(1.5), show(True), show.dispatch(bool) is show.dispatch(int), sorted((c.__name__ for c in show.registry)))



@total_ordering
class V:

    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v

    def __lt__(s, o):
        return s.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
try:

    @total_ordering
    class Bad:
        pass
except ValueError as e:
    print(e)



def deco(f):

    @wraps(f)
    def w(*a, **k):
        """wrapper doc"""
        return f(*a, **k)
    return w



@deco
def orig(x: int) -> int:
    """orig doc"""
    return x
print(orig.__name__, orig.__doc__, orig.__wrapped__, orig.__annotations__, orig(3)) if False else print(orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig.__annotations__, orig(3))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [], 'init'), reduce(max, [3, 9, 2]), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
try:
    sq([])
except TypeError as e:
    print(e)
try:
    show.register(5)
except TypeError as e:
    print(e)
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
