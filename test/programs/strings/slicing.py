# Indexing and slicing of str with every sign of bound and step.
s = "abcdefghij"
for start in (None, 0, 2, -3, 20, -20):
    for stop in (None, 0, 5, -1, 20, -20):
        print(repr(s[start:stop]), repr(s[start:stop:2]), repr(s[start:stop:-1]), repr(s[start:stop:-3]))
print(s[0], s[-1], s[9], s[-10], s[::], s[::-1], ""[::-1], s[5:2], s[True])
for bad in (10, -11, 1.0, "1", None):
    try:
        s[bad]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
try:
    s[::0]
except ValueError as error:
    print(error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
