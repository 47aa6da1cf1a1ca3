# range objects: length, membership, indexing, equality.
for args in ((5,), (2, 8), (0, 10, 3), (10, 0, -3), (5, 5), (3, 0), (0, -5, -1), (-3, 3, 2)):
    r = range(*args)
    print(r, list(r), len(r), bool(r), list(reversed(r)), sum(r))
r = range(0, 20, 3)
print(r[0], r[-1], r[2:5], r[::-1], r[::2], r[10:], r.index(9), r.count(9), r.count(10), 9 in r, 10 in r, 9.0 in r, "a" in r, True in range(2), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) == [0, 1, 2], range(1) != range(2), repr(range(1, 2)), range(3).__reduce__()[1])
big = range(0, 10**30, 10**10)
print(len(range(10**18)), big[10**15], 10**29 in big, big[-1], 10**29 + 1 in big, big.index(5 * 10**10))
for act in (lambda: range(), lambda: range(1.5), lambda: range("5"), lambda: range(0, 5, 0), lambda: r[100], lambda: r.index(10), lambda: len(big), lambda: r["a"], lambda: range(1, 2, 3, 4), lambda: range(5) + range(3), lambda: range(3) < range(4), lambda: range(stop=3)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
