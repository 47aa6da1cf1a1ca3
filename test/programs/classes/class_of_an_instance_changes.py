# Which classes may take each other's instances, and what a finalizer makes of those that are there already.
import gc


class Node:
    pass


class Ending(Node):
    def __del__(self):
        pass


class Leaf(Ending):
    pass


class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class SameSlots:
    __slots__ = ("a", "b")


class Turned:
    __slots__ = ("b", "a")


class NoMore(Slots):
    __slots__ = ()


class WithDict(Slots):
    pass


class OnlyDict(Slots):
    __slots__ = ("__dict__",)


class OnlyWeak(Slots):
    __slots__ = ("__weakref__",)


class Both(Slots):
    __slots__ = ("__dict__", "__weakref__")


class Empty:
    __slots__ = ()


class EmptyWithDict(Empty):
    pass


class StillEmpty(Empty):
    __slots__ = ()


class Third(Slots):
    __slots__ = ("c",)


class ThirdOfSame(SameSlots):
    __slots__ = ("c",)


class BelowThird(ThirdOfSame):
    __slots__ = ()


class Listed(list):
    pass


class ListedToo(list):
    pass


class BelowListed(Listed):
    pass


class BareList(list):
    __slots__ = ()


class Number(int):
    pass


class NumberToo(int):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


class Trouble(Exception):
    pass


class TroubleToo(Exception):
    pass


class ValueTrouble(ValueError):
    pass


class Tail(Plain):
    __slots__ = ("z",)


class TailToo(Plain):
    __slots__ = ("z",)


classes = [each for each in list(globals().values()) if isinstance(each, type) and each is not Meta] + [object, list, int]
for one in classes:
    row = []
    for other in classes:
        instance = one()
        try:
            instance.__class__ = other
        except TypeError as error:
            row.append("l" if "object layout differs" in str(error) else "m")
        else:
            row.append("1" if type(instance) is other else "0")
    print(f"{one.__name__:>14}", "".join(row))

node = Node()
node.kept = [1]
node.__class__ = Leaf
node.more = 2
print(vars(node), type(node).__name__)
node.__class__ = Plain
print(node.kept, node.more)


class Late:
    pass


class BelowLate(Late):
    pass


late = Late()
below = BelowLate()
taken = Plain()
Late.__del__ = lambda self: ended.append(type(self).__name__)
taken.__class__ = BelowLate
ended = []
late = below = taken = None
gc.collect()
print(sorted(ended))
