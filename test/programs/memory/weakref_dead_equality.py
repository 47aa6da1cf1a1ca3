# tier: C
# Dead references compare by identity; hashes computed while alive stay.
import weakref
class T:
    def __eq__(self, o): return True
    def __hash__(self): return 42
a, b = T(), T()
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(b, lambda r: None)
print(ra == rb, hash(ra))
del a, b
print(ra == rb, ra == ra, ra != rb, rb == rc, hash(ra))
try:
    hash(rb)
except TypeError as e:
    print(e)
print(ra in {ra: 1}, repr(rb).endswith("; dead>"))
