# Queue, sliding window, history, rotation, Josephus.
from collections import deque
q = deque()
for i in range(3): q.append(i)
print(q.popleft(), q)
def window_max(xs, k):
    d, out = deque(), []
    for i, x in enumerate(xs):
        while d and xs[d[-1]] <= x: d.pop()
        d.append(i)
        if d[0] <= i - k: d.popleft()
        if i >= k - 1: out.append(xs[d[0]])
    return out
print(window_max([1, 3, -1, -3, 5, 3, 6, 7], 3))
h = deque(maxlen=2)
for c in ("a", "b", "c"): h.append(c)
print(list(h), h.maxlen)
ring = deque(range(1, 8))
out = []
while ring:
    ring.rotate(-2)
    out.append(ring.popleft())
print(out)
d = deque("abc")
d.extendleft("xy")
d.rotate(1)
print("".join(d), d[0], d[-1], d.index("a"), list(reversed(d)), d == deque("cyxab"))
