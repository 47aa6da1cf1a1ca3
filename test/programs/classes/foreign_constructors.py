# A class takes the __new__ of another built-in type; the one of its base is used.
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except TypeError as e: print(e)
tr(object.__new__)
tr(object.__new__, '')
tr(list.__new__, object)
tr(object.__new__, list)
class C(object):
    __new__ = list.__new__
tr(lambda: type(C()).__name__)
class C(list):
    __new__ = object.__new__
tr(C)
class C(list):
    __new__ = dict.__new__
tr(C)
class C(int):
    __new__ = str.__new__
tr(C, 4)
class D(dict):
    __new__ = list.__new__
tr(D)
tr(int.__new__, D)
tr(tuple.__new__, C)
tr(str.__new__, C, 3)
