# Mutation of sets.
s = {1, 2, 3}
s.add(4)
s.add(1)
s.discard(9)
s.discard(2)
s.remove(3)
print(sorted(s), s.pop() in (1, 4), len(s))
s = {1, 2, 3, 4, 5, 6}
s.update([7], {8}, "a")
print(sorted(s, key=str))
s.difference_update([7, 8], ["a"])
s.intersection_update(range(5))
s.symmetric_difference_update([1, 10])
print(sorted(s))
s |= {20}
s &= {2, 3, 20, 30}
s -= {3}
s ^= {2, 40}
print(sorted(s))
t = s
t |= {1}
print(s is t, sorted(s))
t = t | {2}
print(s is t, sorted(s))
s.clear()
print(s, len(s))
f = frozenset([1])
g = f
f |= {2}
print(sorted(f), sorted(g), f is g)
for act in (lambda: f.add(1), lambda: s.update(5), lambda: s.add([]), lambda: s.remove([1]), lambda: s.discard({}), lambda: frozenset() in {1}, lambda: set() in {frozenset()}):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
