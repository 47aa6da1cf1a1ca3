# tier: C
# A weak reference that is dying has no say when its referent dies meanwhile.
import weakref
class R(weakref.ref): pass
class T:
    def __del__(self): print("referent dies")
holder = [T()]
def second(_):
    print("the reference is dying")
    holder.clear()
    print("referent is gone", r_id)
r = R(holder[0], lambda _: print("never called"))
r_id = "and nobody was told"
watch = weakref.ref(r, second)
del r
print(watch())
other = T()
q = R(other, lambda _: print("called"))
watch = weakref.ref(q, second)
del other
print(q(), watch() is q)
