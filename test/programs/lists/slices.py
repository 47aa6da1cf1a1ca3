# Slice reading, assignment and deletion.
base = list(range(10))
print(base[2:5], base[:3], base[-3:], base[::3], base[::-2], base[8:2:-2], base[5:5], base[20:], base[-20:3])
a = base[:]
a[2:5] = ["x"]
print(a)
a[1:1] = ["ins", "ert"]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[3:] = "tail"
print(a)
a[:] = a[::-1]
print(a)
a[5:2] = [99]
print(a)
del a[::2]
print(a)
del a[1:3]
print(a)
a[len(a):] = [7, 8]
a[:0] = [6]
print(a)
a[1:3] = a
print(a)
a[::-1] = range(len(a))
print(a)
del a[::-3]
print(a)
for act in (lambda: a.__setitem__(slice(None, None, 2), [1]), lambda: a.__setitem__(slice(0, 1), 5), lambda: a[::0], lambda: a["a":], lambda: a.__setitem__(slice(None, None, -1), [])):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
del a[:]
print(a, base[slice(1, 4)], slice(1, None, 2), slice(5).indices(3), slice(None, None, -1).indices(4), slice(-3, -1).indices(10), slice(1, 2) == slice(1, 2, None))
