# tier: C
# A weak reference that is dying itself when its referent dies has no say any more: its callback is not called, and the others are.
import weakref


class Thing:
    pass


class Reference(weakref.ref):
    __slots__ = ("__weakref__",)


thing = Thing()
dying = Reference(thing, lambda reference: print("callback of the dying reference"))
steady = weakref.ref(thing, lambda reference: print("callback of the other reference", reference() is None))


def drop_the_thing(reference):
    global thing
    print("the reference dies", reference() is None)
    del thing
    print("the thing is dead", steady() is None)


watch = weakref.ref(dying, drop_the_thing)
del dying
print("end", watch() is None)
