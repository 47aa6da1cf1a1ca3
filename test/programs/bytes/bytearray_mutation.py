# bytearray: the mutable cousin.
a = bytearray(b"hello")
a[0] = ord("J")
a.append(33)
a += b"??"
a.extend([65, 66])
print(a, len(a), a[0], a[1:3], type(a[1:3]).__name__)
a[1:3] = b"---"
print(a)
del a[0], a[-1]
a[::2] = b"x" * len(a[::2])
print(a, a.pop(), a.pop(0), a)
a.insert(1, 90)
a.remove(ord("x"))
a.reverse()
print(a, a.index(b"-"), a.count(b"x"), a.copy() == a, a == bytes(a), a.decode())
b = a
b.clear()
print(a, bool(a), bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]) * 2, bytearray(b"a") + b"b", b"b" + bytearray(b"a"), type(b"b" + bytearray(b"a")).__name__)
for act in (lambda: bytearray(b"a").__setitem__(0, 256), lambda: bytearray(b"a").append("x"), lambda: bytearray(b"a").remove(5), lambda: bytearray().pop(), lambda: hash(bytearray()), lambda: bytearray(b"abc").__setitem__(slice(0, 3, 2), b"x"), lambda: bytearray(b"a")[5], lambda: bytearray("x"), lambda: bytearray(b"").extend("abc")):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
