"""Two objects whose lives do not overlap may have the same id.

Purpose: the first object dies, its block goes to the next object of that size. This is what
CPython does; a strategy that does not free at once gives two different ids.
Exercises: id, del, reuse of memory
Observes: time of death
"""


class Thing:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name


first = Thing("first")
id_of_first = id(first)
del first
second = Thing("second")
print("the second object has the id of the first:", id(second) == id_of_first)

one = Thing("one")
other = Thing("other")
print("while both are alive, never:", id(one) != id(other))
print("two throw-away objects:", id(Thing("a")) == id(Thing("b")))
print("two throw-away lists:", id([1, 2]) == id([3, 4]))
