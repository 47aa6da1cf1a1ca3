# tier: C
# A weak reference born inside the finalizer dies with the object.
import weakref
made = []
class T:
    def __del__(self):
        made.append(weakref.ref(self, lambda r: print("callback of late ref")))
        print("in del", made[-1]() is self)
T()
print(made[0]())
