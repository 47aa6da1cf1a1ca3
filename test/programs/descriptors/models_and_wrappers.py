class Temp:

    def __set_name__(self, owner, name):
        self.name = '_' + name
        owner.fields = getattr(owner, 'fields', ()) + (name,)

    def __get__(self, o, t=None):
        return self if o is None else getattr(o, self.name, None)

    def __set__(self, o, v):
        if not isinstance(v, (int, float)):
            raise TypeError(f'{self.name[1:]} must be a number, not {type(v).__name__}')
        setattr(o, self.name, v)



class Model:
    a = Temp()
    b = Temp()

    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print('subclass', cls.__name__, kw or '', cls.fields)



class Sub(Model):
    c = Temp()
m = Sub(a=1, c=2.5)
print(m.a, m.b, m.c, m.__dict__, Sub.fields, Model.fields, Model.a.name)
try:
    m.a = 'x'
except TypeError as e:
    print(e)



class Singleton(type):
    _inst = {}

    def __call__(cls, *a, **k):
        if cls not in cls._inst:
            cls._inst[cls] = super().__call__(*a, **k)
        return cls._inst[cls]



class Conf(metaclass=Singleton):

    def __init__(self, v):
        self.v = v
print(Conf(1) is Conf(2), Conf(3).v)



class Enumish(type):

    @classmethod
    def __prepare__(mcs, name, bases):
        return AutoDict()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))



class AutoDict(dict):
    n = 0

    def __missing__(self, k):
        if k.startswith('__'):
            raise KeyError(k)
        self[k] = AutoDict.n
        AutoDict.n += 1
        return self[k]



class Auto(metaclass=Enumish):
    RED
    GREEN
    BLUE
print(Auto.RED, Auto.GREEN, Auto.BLUE)



class Reg(type):
    all = []

    def __init__(cls, n, b, d):
        super().__init__(n, b, d)
        Reg.all.append(n)



class R1(metaclass=Reg):
    pass



class R2(R1):
    pass
print(Reg.all, type(R2), R2.__class__.__mro__)



def make(n):
    return type(n, (), {'hello': lambda self: f'hello from {n}', '__slots__': ()})
print(make('Dyn')().hello(), make('Dyn').__name__)



class Prop:

    def __init__(self):
        self._x = 0
    x = property(lambda s: s._x, lambda s, v: setattr(s, '_x', v), lambda s: delattr(s, '_x'), 'x doc')
p = Prop()
p.x = 5
print(p.x, Prop.x.__doc__, Prop.x.fget(p))
del p.x
print(hasattr(p, 'x'))



class Chain:

    def __init__(self, path=''):
        self.path = path

    def __getattr__(self, n):
        return Chain(f'{self.path}.{n}' if self.path else n)

    def __call__(self, *a):
        return Chain(f'{self.path}({', '.join(map(repr, a))})')

    def __getitem__(self, k):
        return Chain(f'{self.path}[{k!r}]')

    def __repr__(self):
        return self.path
print(Chain().users[1].name.upper('x')[1:2, ...])



class W:

    def __init__(self, o):
        object.__setattr__(self, '_o', o)

    def __getattr__(self, n):
        return getattr(self._o, n)

    def __setattr__(self, n, v):
        setattr(self._o, n, v)

    def __delattr__(self, n):
        delattr(self._o, n)
w = W(Conf(1))
w.v = 7
w.new = 1
print(w.v, Conf(0).new)
del w.new
print(hasattr(w, 'new'))
