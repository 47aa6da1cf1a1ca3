# tier: C
# A traceback makes a frame object of a generator that yields later. It rests with the generator, and
# a cycle through both is garbage like any other.
import gc
import weakref


class Witness(list):
    def __del__(self):
        print("witness gone")


def handling(kept):
    try:
        1 / 0
    except ZeroDivisionError as error:
        kept.append(error)
    yield 2


def plain(kept):
    kept.append(0)
    yield 2


def rest(make, keep, look):
    witness = Witness()
    generator = make(witness)
    witness.append(generator)
    next(generator)
    if look:
        frame = generator.gi_frame
        print("  tracked", gc.is_tracked(frame), len(gc.get_referents(frame)), len(gc.get_referents(generator)))
    if not keep:
        witness[1] = 0
    return weakref.ref(generator)


gc.collect()
gc.disable()
for make in plain, handling:
    for keep in False, True:
        for look in False, True:
            print(make.__name__, keep, look)
            dead = rest(make, keep, look)
            gc.collect()
            print("  dead", dead() is None)


def asks_itself(witness):
    try:
        next(asking)
    except ValueError as error:
        print(error)
    yield 1


asking = asks_itself(Witness())
next(asking)
print("end")
