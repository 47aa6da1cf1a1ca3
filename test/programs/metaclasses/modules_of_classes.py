# What repr shows before the name of a class is its __module__, also with a metaclass in between.
import abc


class Plain:
    pass


class Abstract(abc.ABC):
    pass


class Meta(type):
    pass


class Made(metaclass=Meta):
    __module__ = "from.body"


for cls in Plain, Abstract, Made:
    print(cls, repr(cls())[:12])
    cls.__module__ = "elsewhere"
    print(cls, repr(cls()).split()[0], cls.__module__)
    cls.__qualname__ = "Outer.Inner"
    print(cls, cls.__name__)
    cls.__name__ = "Other"
    for module in 5, "builtins", "there":
        cls.__module__ = module
        print(cls, repr(cls()).split()[0])

del Made.__module__
print(Made)
