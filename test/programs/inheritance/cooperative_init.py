# Cooperative __init__ with keyword arguments in a diamond.
class Root:
    def __init__(self, **kw):
        assert not kw, kw
        print("Root")
class Named(Root):
    def __init__(self, *, name, **kw):
        print("Named", name)
        super().__init__(**kw)
        self.name = name
class Sized(Root):
    def __init__(self, *, size=0, **kw):
        print("Sized", size)
        super().__init__(**kw)
        self.size = size
class Box(Named, Sized):
    def __init__(self, **kw):
        print("Box")
        super().__init__(**kw)
box = Box(name="b", size=3)
print(vars(box))
try:
    Box(name="c", colour="red")
except AssertionError as error:
    print("left over", error)
class Mixin:
    def describe(self):
        return "mixin of " + super().describe()
class Plain:
    def describe(self):
        return "plain"
class Mixed(Mixin, Plain): pass
print(Mixed().describe())
try:
    Mixin().describe()
except AttributeError as error:
    print(error)
class Log:
    def __setattr__(self, k, v):
        print("set", k)
        super().__setattr__(k, v)
class LoggedNamed(Log, Named): pass
print(LoggedNamed(name="z").name)
