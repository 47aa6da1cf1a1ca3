# tier: C
# A weak reference is cleared as soon as the object dies.
import weakref
class T: pass
t = T()
r = weakref.ref(t)
print(r() is t)
del t
print(r(), r() is None)
u = T()
p = weakref.proxy(u)
u.x = 3
print(p.x)
del u
try:
    p.x
except ReferenceError as e:
    print(e)
try:
    p.y = 1
except ReferenceError as e:
    print(e)
def f():
    local = T()
    return weakref.ref(local)
print(f()())
print(weakref.ref(T())())
