# deque: both ends, rotation, maxlen, indexing.
from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend([5, 6])
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[3], d.pop(), d.popleft(), list(d))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.insert(2, "x")
d.remove(3)
d[0] = "first"
del d[1]
print(d, d.index("x"), d.count(1), "x" in d, d.copy() == d)
d.reverse()
print(d, list(reversed(d)), deque("abc") + deque("d"), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), deque([1]) == [1])
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
print(m, m.maxlen)
m.appendleft("l")
print(m, deque("abcdef", 2), deque("ab", maxlen=0), repr(deque(maxlen=2)))
m.extend([7, 8])
print(m)
m += "z"
print(m)
for act in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque(5), lambda: deque([], -1), lambda: m.insert(1, 1), lambda: deque([1])["a"], lambda: deque([1]).index(9), lambda: deque([1, 2])[0:1], lambda: setattr(m, "maxlen", 5), lambda: hash(deque()), lambda: deque([1]) + [1]):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
d.clear()
print(d, bool(d))
big = deque(range(1000))
for _ in range(990): big.popleft()
big.rotate(5)
print(big)
