# tier: C
# sys.intern of a string that nobody has interned gives that string itself; the table's reference is not counted; attribute names are found by it.
import sys
n = 3
s = 'dyn' + str(n)
d = {s: s}
print(sys.getrefcount(s))
w = sys.intern(s)
print(sys.getrefcount(s), w is s)
t = 'dyn' + str(n)
print(t is s, sys.intern(t) is s, sys.getrefcount(s))
del w, d
print(sys.getrefcount(s))
class C: pass
c = C()
setattr(c, t, 5)
print(getattr(c, s), [k is s for k in vars(c)])
u = 'hello world!' * n
print(sys.intern(u) is u, sys.intern('hello world!' * n) is u)
for i in range(300): sys.intern('k%d' % i)
print(sys.intern('k' + str(n)) is sys.intern('k%d' % n))
named = 'nam' + 'ed'[:]
print(sys.intern('na' + str('med')) is sys.intern(named))
