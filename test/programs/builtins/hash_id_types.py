# id and is for lasting objects, hash consistency, type names.
a = []
b = a
print(id(a) == id(b), id(a) == id([]), a is b, id(None) == id(None), isinstance(id(5), int))
for t in (1, 1.5, "s", b"b", None, True, (), (1,), frozenset(), ..., int, len, 1j, range(3), slice(1), type):
    print(type(t).__name__, hash(t) == hash(t), end="; ")
print()
for t in ([], {}, set(), bytearray(), (1, [2]), {}.keys(), {}.items()):
    try:
        hash(t)
    except TypeError as e:
        print(e)
print(isinstance(hash({}.values()), int))
print([type(x).__name__ for x in (None, ..., NotImplemented, int, type, lambda: 0, len, [].append, (i for i in ()), iter([]), iter(()), iter(""), iter({}), iter({1}), iter(range(1)), zip(), slice(1), property(), staticmethod(len), classmethod(len), super, object(), memoryview(b""), compile("1", "", "eval"), int | str, list[int], Exception(), print, str.join, "".join, int.__add__, (1).__add__, {}.keys(), dict.fromkeys, type.__call__)])
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
