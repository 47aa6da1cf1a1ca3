# tier: C
# strategies: arena-pools
# A method that is called is not bound, also where the instance has a dict of its own: the operands die self first, and no bound method is made.
import collections
import gc


class Part:
    made = 0

    def __init__(self):
        Part.made += 1
        self.number = Part.made

    def __del__(self):
        print(end=f" {self.number}")


class Kind(dict):
    pass


class Ordered(collections.OrderedDict):
    pass


class Plain:
    def __init__(self, part=None):
        self.part = part

    def method(self, other):
        return None

    def __getattr__(self, name):
        raise AttributeError(name)


def mapped(kind):
    return kind({0: Part(), 9: 0})


for kind in dict, Kind, collections.OrderedDict, Ordered, collections.Counter:
    for _ in range(3):
        mapped(kind).get({0: Part()}.get)
        print(end=" |")
        mapped(kind).pop(9, {0: Part()}.get)
        print(end=" |")
        mapped(kind).setdefault(9, {0: Part()}.get)
        print(end=" |")
        mapped(kind).keys()
        print(end=" |")
    print("", kind.__name__)


def with_dict(instance):
    vars(instance)
    return instance


def with_odd_key(instance):
    vars(instance)[5] = 6
    return instance


def with_own(instance):
    instance.method = lambda other: "own"
    return instance


for prepare in lambda instance: instance, with_dict, with_odd_key, with_own:
    for _ in range(3):
        print(end=f"{prepare(Plain(Part())).method(Part())}")
        print(end=" |")
    print()

# How many objects a call makes, by the youngest generation's count.
gc.disable()
for prepare in lambda instance: instance, with_dict, with_odd_key, with_own:
    instance = prepare(Plain())
    for _ in range(3):
        gc.collect()
        first = gc.get_count()[0]
        kept = [instance.method, instance.method(None), instance.method(None)]
        print(gc.get_count()[0] - first, end=" ")
        kept = None
    print()


class Equal:
    """Equal to a method's name: the look-up in the instance's dict asks."""

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        print("asked", other)
        return other == self.name


instance = Plain()
vars(instance)[Equal("method")] = lambda other: "equal"
for _ in range(2):
    print(instance.method(1))
vars(instance).clear()
print(instance.method(1))
