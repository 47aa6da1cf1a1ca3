import traceback
def f():
    something = 3
    print(somethong)
    somethong = 3
def g(self):
    bluch
class A: blech=1
class X:
    blech=1
    def foo(self):
        print(blech)
        blech=2
for fn in (f, X().foo):
    try: fn()
    except Exception as e:
        print(repr(e.name)); traceback.print_exc()
class B:
    bluch=None
class C:
    _bluch=None
    blech=None
for o,n in ((C(),'bluch'),(B(),'_bluch'),(C(),'_luch')):
    try: getattr(o,n)
    except Exception as e: traceback.print_exc()
try: _io
except Exception: traceback.print_exc()
except Exception: traceback.print_exc()
