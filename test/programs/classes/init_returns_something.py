# The error of an __init__ that returns something belongs to the caller and is caught there.
class Foo(object):
    def __init__(self):
        return 10
def f():
    try:
        Foo()
    except TypeError as e:
        print('caught', e)
f()
try:
    Foo()
except TypeError as e:
    print('caught', e)
def g():
    try:
        Foo()
    except TypeError:
        pass
    else:
        print("no")
    print('ok')
g()
class T:
    def test(self):
        class Foo(object):
            def __init__(self):
                return 10
        try:
            Foo()
        except TypeError:
            pass
        else:
            print("did not test __init__() for None return")
T().test()
print('done')
