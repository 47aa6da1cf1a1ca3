# tier: C
# Without a callback there is one reference object for each object; it dies with its last user.
import weakref
class T: pass
t = T()
r1 = weakref.ref(t)
r2 = weakref.ref(t)
p1 = weakref.proxy(t)
p2 = weakref.proxy(t)
print(r1 is r2, p1 is p2, weakref.getweakrefcount(t), len(weakref.getweakrefs(t)))
r3 = weakref.ref(t, lambda r: None)
print(r3 is r1, weakref.getweakrefcount(t), weakref.getweakrefs(t)[0] is r1)
del r1, r2
print(weakref.getweakrefcount(t))
class R(weakref.ref): pass
s1, s2 = R(t), R(t)
print(s1 is s2, s1 == s2, weakref.getweakrefcount(t))
r4 = weakref.ref(t)
print(weakref.getweakrefs(t)[0] is r4)
