# tier: C
# A plain reference to a bound method dies at once; WeakMethod lives with the object.
import weakref
class T:
    def hi(self): return "hi"
t = T()
print(weakref.ref(t.hi)())
m = weakref.WeakMethod(t.hi, lambda r: print("method gone"))
print(m()(), m() == t.hi)
n = weakref.WeakMethod(t.hi)
print(m == n, hash(m) == hash(n))
del t
print(m(), m == n)
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
f = T().hi
print(f())
w = weakref.WeakMethod(f)
del f
print(w())
