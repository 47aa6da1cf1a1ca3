# What a module shows of itself with and without a name, a file, a loader.
import types, sys
m = types.ModuleType('foo')
class L: pass
m.__loader__ = L
print(m)
m.__file__ = '/tmp/x.py'
print(m)
del m.__file__
m.__loader__ = None
print(m)
del m.__name__
print(m)
m.__file__ = '/tmp/x.py'
print(m)
try: m.zork
except AttributeError as e: print(e)
m.__name__ = 3
try: m.zork
except AttributeError as e: print(e)
print(m)
print(sys)
n = types.ModuleType.__new__(types.ModuleType)
print(n)
print(n.__dict__)
