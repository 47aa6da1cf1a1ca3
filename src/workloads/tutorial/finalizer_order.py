"""__del__ runs when an object dies, and the order of deaths is visible.

Purpose: locals die in the order of their names' birth, a list lets go of its last item first,
a chain goes from head to tail, an instance's attributes in the order they were set.
Exercises: finalizers, teardown order
Observes: time of death
"""


class Noisy:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = list(parts)

    def __del__(self):
        print("  goodbye", self.name)


def locals_die():
    first = Noisy("first local")
    second = Noisy("second local")
    return len(first.parts) + len(second.parts)


print("locals at return:")
locals_die()
print("a list:")
items = [Noisy("item 0"), Noisy("item 1"), Noisy("item 2")]
del items
print("a chain:")
chain = Noisy("head", Noisy("middle", Noisy("tail")))
del chain
print("attributes:")
holder = Noisy("holder")
holder.one = Noisy("attribute one")
holder.two = Noisy("attribute two")
del holder
print("rebinding:")
thing = Noisy("old value")
thing = Noisy("new value")
del thing
print("the end")
