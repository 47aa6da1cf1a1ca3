# Name mangling of __names.
class A:
    __secret = 1
    def __init__(self):
        self.__x = "A's x"
    def get(self):
        return self.__x, self.__secret
    def __hidden(self):
        return "hidden"
    def call(self):
        return self.__hidden()
    __dunder__ = "not mangled"
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's x"
    def getb(self):
        return self.__x
b = B()
print(b.get(), b.getb(), b.call(), sorted(vars(b)), A._A__secret, A.__dunder__, b._A__hidden())
for act in (lambda: b.__x, lambda: A.__secret, lambda: b.__hidden()):
    try:
        act()
    except AttributeError as error:
        print(error)
class _U:
    __v = 3
print(_U._U__v)
class C:
    def f(self):
        __local = 5
        def g():
            return __local
        return g(), sorted(locals())
    def k(self, *, __kw=1):
        return __kw
print(C().f(), C().k(), C().k(_C__kw=4))
try:
    C().k(__kw=2)
except TypeError as error:
    print(error)
class __:
    __z = 1
print([k for k in vars(__) if "z" in k])
