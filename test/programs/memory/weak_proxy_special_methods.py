# A proxy passes on what has no slot too, and says what the referent is not.
import operator
import weakref


class Number:
    def __index__(self): return 10
    def __int__(self): return 11
    def __float__(self): return 1.5
    def __abs__(self): return 12
    def __bytes__(self): return b'bytes'
    def __reversed__(self): return iter('cba')
    def __len__(self): return 3
    def __hash__(self): return 42


number = Number()
proxy = weakref.proxy(number)
print(operator.index(proxy), int(proxy), float(proxy), abs(proxy), bytes(proxy), ''.join(reversed(proxy)), len(proxy), [1, 2, 3][:proxy])
print('__bytes__' in dir(proxy), hasattr(proxy, '__reversed__'))


class Iterable:
    def __iter__(self): return weakref.proxy(not_iterator)


def not_iterator(): pass


for work in (lambda: list(Iterable()), lambda: hash(proxy), lambda: proxy(), lambda: proxy.missing):
    try:
        work()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Config(dict):
    def __getattr__(self, name): return self[name]


class Named:
    __name__ = 'in the class'


def shown(object):
    text = repr(weakref.ref(object))
    print(text[:12], text[text.index(';'):text.rindex(' at ')], text[text.rindex(' at 0x'):].partition(' (')[1:])


class Outer:
    class Inner:
        pass


config, named, plain, inner = Config(offset=1), Named(), Number(), Outer.Inner()
plain.__name__ = 'of the object'
for each in (config, named, plain, inner, Number, not_iterator, weakref):
    shown(each)
print(repr(weakref.proxy(inner)).partition(' to ')[2].partition(' at ')[0])
reference = weakref.ref(Number)
for arguments in ((), (0,), (0, 0), (0, 0, 0)):
    try:
        print(reference.__init__(*arguments))
    except TypeError as error:
        print(error)
