"""Weak references: a cache that must not keep its values alive.

Purpose: a table of weak references is asked for pictures; a few are held strongly by a window
that moves on. How many look-ups hit depends on when the strategy notices a death, so only
what must be true at any time is printed: a hit is the right object, a held one is never lost.
Exercises: weak references, callbacks, dicts, middle-aged deaths
Observes: nothing
Source: PEP 205; the image cache is the example of the weakref documentation
"""

import weakref

LOOK_UPS = 100000  # param: look-ups in the cache; 1..100000000; small 120
NAMES = 900  # param: different names; 1..1000000; small 12
WINDOW = 120  # param: values held strongly at a time; 1..100000; small 4


class Picture:
    def __init__(self, name):
        self.name = name
        self.pixels = [name] * 16


class WeakCache:
    def __init__(self):
        self.references = {}
        self.callbacks = 0

    def get(self, name):
        """The picture of that name, alive or made again."""
        reference = self.references.get(name)
        picture = reference() if reference is not None else None
        if picture is None:
            picture = Picture(name)
            self.references[name] = weakref.ref(picture, self.note_death)
        return picture

    def note_death(self, reference):
        self.callbacks += 1


def main():
    cache = WeakCache()
    window = [None] * WINDOW
    state = 99
    wrong = lost = 0
    checksum = 0
    for number in range(LOOK_UPS):
        state = (state * 1103515245 + 12345) % 2147483648
        name = (state >> 8) % NAMES
        picture = cache.get(name)
        wrong += picture.name != name or picture.pixels[-1] != name
        checksum = (checksum * 31 + picture.pixels[3]) % 1000003
        slot = number % WINDOW
        held = window[slot]
        if held is not None and cache.get(held.name) is not held:
            lost += 1
        window[slot] = picture
        del held, picture
    alive = {}
    for picture in window:
        if picture is not None:
            alive[picture.name] = picture
    same = sum(cache.get(name) is picture for name, picture in alive.items())
    print("look-ups:", LOOK_UPS, "wrong values:", wrong)
    print("held but lost:", lost)
    print("held values found again:", same == len(alive))
    print("more callbacks than references:", cache.callbacks > LOOK_UPS + NAMES)
    print("checksum:", checksum)


main()
