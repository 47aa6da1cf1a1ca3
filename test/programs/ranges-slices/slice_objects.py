# Slice objects, and what __getitem__ receives.
class Show:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)
s = Show()
print(s[1], s[1:2], s[:], s[::2], s[1:2, 3], s[...], s[1:2, ::3, ...], s[()], s[(1, 2)], s["a":"b"], s[None:None:None])
s[1:2] = 5
s[::] = "x"
del s[0], s[1:]
s[1, 2] = 3
s[*[1, 2]] = 4
print(s[*"ab", 1:2])
x = slice(10, 0, -2)
print(x.start, x.stop, x.step, x.indices(5), x.indices(100), list(range(*x.indices(8))), slice(None), slice(1, 2) == slice(1, 2), slice(1) != slice(2), slice(1, 2) < slice(1, 3), slice("a", 1.5))
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1, 2): 1}[slice(1, 2)])
for act in (lambda: slice(), lambda: slice(1.5).indices(3), lambda: slice(1, 2, 0).indices(3), lambda: slice(1).indices(-1), lambda: [][1.5:], lambda: "abc"["x":], lambda: hash(slice([], 1)), lambda: slice(1, 2, 3, 4)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
try:
    x.start = 3
except AttributeError as error:
    print(error)
