# Instances, class attributes, methods, shadowing.
class Dog:
    "A dog."
    kind = "canine"
    tricks = []
    def __init__(self, name):
        self.name = name
    def add(self, trick):
        self.tricks.append(trick)
        return self
    def __repr__(self):
        return f"Dog({self.name})"
a, b = Dog("a"), Dog("b")
a.add("roll").add("sit")
print(a, b.tricks, Dog.tricks is a.tricks, a.kind, Dog.kind, a.__dict__, Dog.__doc__, a.__doc__, Dog.__name__, a.__class__ is Dog, type(a).__name__)
a.kind = "own"
print(a.kind, b.kind, "kind" in vars(a), hasattr(b, "name"), hasattr(b, "nope"), getattr(b, "nope", "dflt"))
del a.kind
print(a.kind)
Dog.kind = "changed"
Dog.bark = lambda self: f"{self.name} barks"
a.bark = lambda: "own bark"
print(a.kind, b.bark(), a.bark(), Dog.bark(a))
for act in (lambda: a.nope, lambda: Dog.nope, lambda: Dog(), lambda: a.add(), lambda: delattr(a, "zip"), lambda: a(), lambda: a[0], lambda: len(a), lambda: a + 1, lambda: iter(a), lambda: Dog.add("trick"), lambda: a < b):
    try:
        print(act())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(a == a, a == b, a != b, bool(a), isinstance(a, Dog), isinstance(a, (int, Dog)), issubclass(Dog, object), callable(Dog), callable(a))
