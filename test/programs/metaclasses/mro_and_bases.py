# The order that a metaclass gives, and bases that change.


class Ordered(type):

    def mro(cls):
        print('mro of', cls.__name__)
        return [cls, Helper, object]



class Helper:

    def hello(self):
        return 'hello from ' + type(self).__name__



class X(metaclass=Ordered):
    pass
print(X().hello(), X.__mro__, X.__bases__, issubclass(X, Helper), isinstance(X(), Helper))



class Broken(type):

    def mro(cls):
        return [cls, 5]
try:

    class Y(metaclass=Broken):
        pass
except TypeError as error:
    print(error)



class A:

    def f(self):
        return 'A'



class B(A):

    def f(self):
        return 'B' + super().f()



class C(A):

    def f(self):
        return 'C' + super().f()



class D(B):
    pass
d = D()
print(d.f())
B.__bases__ = (C,)
print(d.f(), [cls.__name__ for cls in D.__mro__], A.__subclasses__(), C.__subclasses__(), B.__base__)



class P:
    pass



class Q:
    x = 'from Q'



class R(P):
    pass
r = R()
R.__bases__ = (Q, P)
print(r.x, R.__mro__, P.__subclasses__(), Q.__subclasses__())
for bases in ((int,), (), (R,), [P], (5,), (P, Q, P)):
    try:
        R.__bases__ = bases
        print('done')
    except TypeError as error:
        print(error)
try:
    int.__bases__ = (object,)
except TypeError as error:
    print(error)
try:
    A.__bases__ = (P,)
except TypeError as error:
    print(error)
try:
    print(type('Abs', (), {}).__abstractmethods__)
except AttributeError as error:
    print(error)
