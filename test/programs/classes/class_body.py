# A class body is code: conditionals, loops, names, nested classes, rebinding.
class C:
    print("body runs", __name__, __qualname__)
    if True:
        def m(self):
            return "conditional"
    for i in range(3):
        locals()[f"attr{i}"] = i
    total = sum(range(i + 1))
    del i
    class Inner:
        value = 7
        def get(self):
            return C.Inner.value, __class__.__qualname__
    alias = m
    x = y = total
    try:
        1 / 0
    except ZeroDivisionError as e:
        caught = str(e)
print(C().m(), C.attr2, C.total, C.Inner().get(), C().alias(), C.y, C.caught, hasattr(C, "i"), hasattr(C, "e"), C.Inner.__qualname__, C.__module__)
print([k for k in C.__dict__ if not k.startswith("__")])
try:
    class Broken:
        a = 1
        raise RuntimeError("in body")
except RuntimeError as error:
    print(error, "Broken" in globals())
class D: pass
class D(D):
    second = True
print(D.__mro__[1].__name__, D.second, len(D.__mro__))
def make(n):
    class Local:
        size = n
        def __repr__(self):
            return f"Local{n}"
    return Local
print(make(1)(), make(2).size, make(1) is make(1), make(1).__qualname__)
E = type("E", (C,), {"z": 1, "hi": lambda self: "hi"})
print(E.z, E().hi(), E().m(), E.__name__, E.__bases__, type(E))
print(type(C), type(type), isinstance(C, type), C.__class__, C.__base__)
