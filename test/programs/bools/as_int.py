# bool is an int with two values and its own text.
print(isinstance(True, int), issubclass(bool, int), type(True).__mro__)
print(True + 1, True * 10, sum([True, False, True]), "ab"[True], [10, 20][False], -True, True ** 2, True << 2)
print(str(True), repr(False), f"{True}", f"{True:d}", f"{True:5}|{True!s:>6}", "%d %s %r" % (True, True, False), format(True, ""))
print(True == 1, hash(True), {True: "t", 1: "one"}, {0, False, 0.0}, len({1, True}))
print(bool("False"), bool(), int("1") is True, bool(int("0")), bool([False]))
print(True & True, True | False, True ^ True, type(True & False), type(True & 1), type(True ^ 0), True.__and__(False), True.__or__(2))
print(sorted([True, 0, 2, False, 1]), [True, False].index(0), [0, 1, True].count(True), max(True, 0), min(False, 0))
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)
print(bool.__call__(3) if hasattr(bool, "__call__") else None, bool.__doc__ is not None, True.real, False.bit_length())
for args in ((1, 2), ):
    try:
        bool(*args)
    except TypeError as error:
        print(error)
try:
    bool(x=1)
except TypeError as error:
    print(error)
