import functools, time



def timer(f):

    @functools.wraps(f)
    def w(*a, **k):
        r = f(*a, **k)
        print(f'{f.__name__} called with {a} {k}')
        return r
    return w



def repeat(n):

    def d(f):

        @functools.wraps(f)
        def w(*a):
            return [f(*a) for _ in range(n)]
        return w
    return d



class CountCalls:

    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f = f
        self.n = 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)

    def __get__(self, i, o=None):
        return functools.partial(self, i) if i is not None else self



@timer
@repeat(3)


def hi(x):
    """doc hi"""
    return x + '!'
print(hi('a'), hi.__name__, hi.__doc__, hi.__wrapped__.__name__)



@CountCalls
def c(x):
    return x
c(1)
c(2)
print(c.n, c.__name__)



class K:

    @CountCalls
    def m(self, x):
        return x * 2

    @property
    def p(self):
        return 'p'

    @staticmethod
    @timer
    def s():
        return 's'

    @classmethod
    @timer
    def cm(cls):
        return cls.__name__
print(K().m(4), K.m.n, K().p, K.s(), K.cm(), K().cm())



def cls_deco(cls):
    cls.added = lambda self: 'added'
    return cls



@cls_deco
class Z:
    pass
print(Z().added())
registry = {}



def register(name):
    return lambda f: registry.setdefault(name, f)



@register('x')
def fx():
    return 'fx'
print(registry['x'](), list(registry))



@lambda f: lambda: f() + '?'
def q():
    return 'q'
print(q())
