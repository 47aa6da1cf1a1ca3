# append, extend, insert, remove, pop, index, count, reverse, copy, clear.
a = []
a.append(3)
a.extend((1, 2))
a.extend("xy")
a.extend({9: 0})
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
a.insert(-100, "zeroth")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(1)
print(a, a.index(2), a.index("x", 2), a.index("x", -3, 100), a.count(2), a.count("no"))
a.reverse()
print(a)
b = a.copy()
b.append("extra")
print(len(a), len(b), a == b[:-1])
b.clear()
print(b, [1, True, 1.0, "1"].count(1), [1, 2, 3].index(True))
for act in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2].index(1, 1), lambda: [].extend(5), lambda: [].insert("0", 1), lambda: [].append(), lambda: [].append(1, 2), lambda: [1].pop("0"), lambda: [].foo, lambda: [].index(x=1)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print([].append(1), [3, 1].sort(), [1].reverse(), [nan := float("nan")].count(nan), [nan].index(nan), nan in [nan])
